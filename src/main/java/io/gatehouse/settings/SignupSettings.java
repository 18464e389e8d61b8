package io.gatehouse.settings;

import io.gatehouse.spam.SpamRules;
import java.time.Duration;

/**
 * How sign-ups and invitations are judged (S2.17).
 *
 * @param keep how long what was found is kept as it was given; the finding itself stays (B36)
 */
public record SignupSettings(SpamRules rules, Duration keep) {

  public static final SignupSettings STANDARD =
      new SignupSettings(SpamRules.STANDARD, Duration.ofDays(90));
}
