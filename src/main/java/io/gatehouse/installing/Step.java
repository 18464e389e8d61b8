package io.gatehouse.installing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * One thing of the site, as it is or has become.
 *
 * @param what a document, or what was looked at
 * @param state one of {@link State}
 * @param reason what differs, or stands in the way and what to do; "" where nothing does
 */
@Serdeable
record Step(String what, String state, String reason) {

  /** How a thing stands. */
  enum State {
    PRESENT,
    /** Not there yet; {@code apply} makes it. */
    MISSING,
    /** Another than it should be; {@code apply} mends it. */
    DIFFERS,
    /** Made or mended just now, and read back. */
    SET,
    REMOVED,
    /** Not there, which is what was asked for. */
    ABSENT,
    /** For the owner to know; nothing is done about it here. */
    NOTE,
    FAILED;

    /** Whether nothing is left to be done. */
    boolean good() {
      return switch (this) {
        case PRESENT, SET, REMOVED, ABSENT, NOTE -> true;
        case MISSING, DIFFERS, FAILED -> false;
      };
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Step of(final String what, final State state, final String reason) {
    return new Step(what, state.wire(), reason);
  }

  static Step of(final String what, final State state) {
    return of(what, state, "");
  }

  boolean is(final State other) {
    return state.equals(other.wire());
  }
}
