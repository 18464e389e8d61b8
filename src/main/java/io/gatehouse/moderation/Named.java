package io.gatehouse.moderation;

import io.gatehouse.rulings.Source;
import io.micronaut.serde.annotation.Serdeable;

/** A source, as it is shown. */
@Serdeable
record Named(String kind, String id) {

  static Named of(final Source source) {
    return new Named(source.kind(), source.id());
  }
}
