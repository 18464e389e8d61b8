package io.gatehouse.week;

import java.nio.file.Path;

/**
 * How long and how hard a week is.
 *
 * @param messages that people write
 * @param numbers in the pool
 * @param senders conversations that write at the same time
 * @param kills times the server is killed and started again
 */
record Plan(
    int messages, int conversations, int numbers, int senders, int kills, long seed, Path data) {

  static final int DAYS = 7;

  /** From system properties {@code week.…}; what is not given is the whole week. */
  static Plan fromProperties() {
    return new Plan(
        Integer.getInteger("week.messages", 10_000),
        Integer.getInteger("week.conversations", 200),
        Integer.getInteger("week.numbers", 30),
        Integer.getInteger("week.senders", 16),
        Integer.getInteger("week.kills", 3),
        Long.getLong("week.seed", 1L),
        Path.of(System.getProperty("week.data", "target/week")));
  }
}
