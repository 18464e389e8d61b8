package io.gatehouse.backlog;

import java.time.Instant;

/** How many messages there were, and when the first and the last was answered. */
public record Tally(long messages, Instant from, Instant until) {

  static Tally of(final Instant at) {
    return new Tally(1, at, at);
  }

  Tally and(final Tally other) {
    return new Tally(
        messages + other.messages,
        from.isBefore(other.from) ? from : other.from,
        until.isAfter(other.until) ? until : other.until);
  }
}
