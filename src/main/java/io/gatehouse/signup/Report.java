package io.gatehouse.signup;

import io.gatehouse.spam.Spam;
import io.gatehouse.spam.SpamKind;
import io.gatehouse.spamlog.ReasonTexts.Told;
import io.gatehouse.spamlog.SpamAction;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an application is answered.
 *
 * @param action what to do: blocked, flagged or allowed; the gravest of all texts
 * @param score the highest of all texts
 * @param highRisk whether any text is obvious spam by itself
 */
@Serdeable
record Report(String action, int score, boolean highRisk, List<Checked> checked) {

  static Report of(final SpamAction gravest, final List<Checked> checked) {
    return new Report(
        gravest.wire(),
        checked.stream().mapToInt(Checked::score).max().orElse(0),
        checked.stream().anyMatch(Checked::highRisk),
        checked);
  }

  /**
   * One text.
   *
   * @param verdict none, suspicious or obvious
   * @param sanitized as it may be shown; not escaped
   * @param logId its row in the log; null where nothing was found
   */
  @Serdeable
  record Checked(
      String contentType,
      String verdict,
      int score,
      boolean highRisk,
      String action,
      List<Told> reasons,
      String sanitized,
      @Nullable UUID logId) {

    static Checked of(
        final SpamKind kind,
        final Spam spam,
        final SpamAction action,
        final List<Told> reasons,
        final @Nullable UUID logId) {
      return new Checked(
          kind.wire(),
          spam.verdict().wire(),
          spam.score(),
          spam.highRisk(),
          action.wire(),
          reasons,
          spam.sanitized(),
          logId);
    }
  }
}
