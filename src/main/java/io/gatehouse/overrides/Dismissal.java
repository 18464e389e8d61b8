package io.gatehouse.overrides;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Strikes;
import io.gatehouse.events.Progress;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The owner says what a flagged message was: rightly stopped, or a false alarm. */
@Singleton
class Dismissal {

  private final Held held;
  private final Progress progress;
  private final Strikes strikes;
  private final Verdicts verdicts;

  Dismissal(
      final Held held, final Progress progress, final Strikes strikes, final Verdicts verdicts) {
    this.held = held;
    this.progress = progress;
    this.strikes = strikes;
    this.verdicts = verdicts;
  }

  /**
   * Ends the matter without delivering anything: what was withheld stays so, and its attempt is
   * resolved. A message that was only warned of can be called a false alarm too, for its strike
   * would else count against an honest customer. Of several clicks one is heard.
   *
   * @param verdict {@link Lessons#RIGHT} or {@link Lessons#FALSE_ALARM}, which takes the strike
   *     back
   * @throws Problem 404 when there is no such event, 409 with the state when nothing is open about
   *     it
   */
  @Transactional
  public void dismiss(final Caller by, final UUID id, final String verdict, final String reason) {
    final Held.Message message = held.hold(by.organization(), id);
    if (!message.withheld() && !message.open()) {
      throw message.conflict(
          "nothing_open", "Only what waits for the owner, or was flagged, can be dismissed.");
    }
    progress.dismissed(id, verdict, by.name(), reason);
    final boolean strikeTaken =
        verdict.equals(Lessons.FALSE_ALARM) && strikes.takeBack(by.organization(), id);
    verdicts.record(
        by.name(),
        message.event(),
        verdict,
        "message.dismissed",
        reason,
        Map.of("verdict", verdict, "strike_taken_back", Boolean.toString(strikeTaken)));
  }
}
