package io.gatehouse.vitals;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.doctor.Check;
import io.gatehouse.passage.PassageHealth;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Whether chat messages are recorded when they are answered, or soon after (S3.15, B43). */
@Singleton
class RecordingCheck implements Check {

  /** A sweep follows as soon as recording works; what waits longer is stuck. */
  private static final Duration STUCK = Duration.ofMinutes(5);

  private final PassageHealth passage;

  RecordingCheck(final PassageHealth passage) {
    this.passage = passage;
  }

  @Override
  public String name() {
    return "chat_recording";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    return judge(passage.breaker(), passage.backlog(), passage.answered().lost());
  }

  static Finding judge(
      final Breaker.State breaker, final PassageHealth.Waiting waiting, final long lost) {
    final String detail =
        "breaker %s, %d answered messages wait to be recorded, %d set aside"
            .formatted(Vitals.wire(breaker), waiting.messages(), lost);
    if (breaker != Breaker.State.CLOSED) {
      return new Finding(
          State.TROUBLE,
          detail,
          "Recording fails: see the check of the database. It is tried again by itself.");
    }
    if (lost > 0 || waiting.oldest().compareTo(STUCK) > 0) {
      return new Finding(
          State.TROUBLE, detail, "See the gateway's log for why they cannot be recorded.");
    }
    return Finding.fine(detail);
  }
}
