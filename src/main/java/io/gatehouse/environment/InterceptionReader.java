package io.gatehouse.environment;

import static io.gatehouse.environment.Variable.CIRCUIT_BREAKER_RESET_MS;
import static io.gatehouse.environment.Variable.CIRCUIT_BREAKER_THRESHOLD;
import static io.gatehouse.environment.Variable.MAX_MESSAGE_LENGTH;
import static io.gatehouse.environment.Variable.NUDGE_THRESHOLD;
import static io.gatehouse.environment.Variable.SYNC_THRESHOLD;

import io.gatehouse.base.Environment.Interception;
import java.time.Duration;

/** Reads how a chat application is answered; names and defaults are those of S3.3 and S3.6. */
final class InterceptionReader {

  private static final double NUDGE = 0.40;
  private static final double BLOCK = 0.65;
  private static final int MOST_SCANNED = 20_000;

  private InterceptionReader() {}

  static Interception read(final Given given) {
    final double nudge = given.parsed(NUDGE_THRESHOLD, Forms::share).orElse(NUDGE);
    final double block = given.parsed(SYNC_THRESHOLD, Forms::share).orElse(BLOCK);
    if (nudge > block) {
      given.complain(
          "NUDGE_THRESHOLD must not be above SYNC_THRESHOLD; unless set they are "
              + ("%.2f and %.2f. Set both.".formatted(NUDGE, BLOCK)));
    }
    return new Interception(
        nudge,
        block,
        given.parsed(CIRCUIT_BREAKER_THRESHOLD, text -> Forms.number(text, 1, 1_000)).orElse(5),
        Duration.ofMillis(
            given
                .parsed(CIRCUIT_BREAKER_RESET_MS, text -> Forms.number(text, 100, 3_600_000))
                .orElse(30_000)),
        given
            .parsed(MAX_MESSAGE_LENGTH, text -> Forms.number(text, 100, MOST_SCANNED))
            .orElse(10_000));
  }
}
