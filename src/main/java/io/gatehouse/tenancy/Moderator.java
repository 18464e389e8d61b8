package io.gatehouse.tenancy;

import io.gatehouse.base.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acted.
 *
 * @param key null where no person did
 */
record Moderator(String name, @Nullable UUID key) {

  static final Moderator GATEHOUSE = new Moderator("gatehouse", null);

  static Moderator of(final Caller caller) {
    return new Moderator(caller.name(), caller.key());
  }
}
