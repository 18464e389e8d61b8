package io.gatehouse.crowd;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is done; system properties called {@code crowd.…} say it.
 *
 * @param rate messages a second, over all lines together (S3.21)
 * @param lines connections that talk
 * @param idle connections that only listen
 * @param seconds how long each part is measured
 * @param warm seconds of talk before the gateway is measured
 * @param threads conversations, each of two people
 * @param leaks share of messages that give away a number
 */
record Plan(
    int rate,
    int lines,
    int idle,
    int seconds,
    int warm,
    int threads,
    double leaks,
    long seed,
    Path data) {

  static Plan fromProperties() {
    return new Plan(
        Integer.getInteger("crowd.rate", 1_000),
        Integer.getInteger("crowd.lines", 50),
        Integer.getInteger("crowd.idle", 1_000),
        Integer.getInteger("crowd.seconds", 30),
        Integer.getInteger("crowd.warm", 75),
        Integer.getInteger("crowd.threads", 1_000),
        Double.parseDouble(System.getProperty("crowd.leaks", "0.01")),
        Long.getLong("crowd.seed", 1),
        Path.of(System.getProperty("crowd.data", "target/crowd")));
  }

  Duration time() {
    return Duration.ofSeconds(seconds);
  }
}
