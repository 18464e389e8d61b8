package io.gatehouse.standings;

import io.gatehouse.message.Redaction;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list.
 *
 * @param address masked; it only tells namesakes apart
 */
@Serdeable
public record Who(@Nullable String name, String address) {

  /** Null while the person is not known. */
  public static @Nullable Who of(final @Nullable String name, final @Nullable String address) {
    return address == null ? null : new Who(name, Redaction.address(address));
  }
}
