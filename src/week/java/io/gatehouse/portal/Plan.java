package io.gatehouse.portal;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is written and how long either side is away.
 *
 * @param messages documents that people write, besides the Issues they write them in
 * @param away how long first the gateway and then the site is away
 * @param pace documents a second
 */
record Plan(int messages, int issues, Duration away, int pace, long seed, Path data) {

  /** Of the messages, how many are written while one side is away. */
  static final double MEANWHILE = 0.1;

  /** From system properties {@code portal.…}; what is not given is the whole run. */
  static Plan fromProperties() {
    return new Plan(
        Integer.getInteger("portal.messages", 10_000),
        Integer.getInteger("portal.issues", 200),
        Duration.ofSeconds(Integer.getInteger("portal.away", 600)),
        Integer.getInteger("portal.pace", 60),
        Long.getLong("portal.seed", 1L),
        Path.of(System.getProperty("portal.data", "target/portal")));
  }
}
