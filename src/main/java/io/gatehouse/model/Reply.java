package io.gatehouse.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came back over the wire. */
sealed interface Reply {

  /** A body that says it is JSON, under status 200. */
  @SuppressWarnings("ArrayRecordComponent")
  record Body(byte[] json) implements Reply {}

  /**
   * Nothing to read.
   *
   * @param after what the server asked for (Retry-After), or null
   */
  record None(Doubt why, @Nullable Duration after) implements Reply {}
}
