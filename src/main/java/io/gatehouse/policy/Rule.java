package io.gatehouse.policy;

/**
 * How one kind of message is treated.
 *
 * @param redact deliver masked instead of blocking, the original sealed
 */
public record Rule(Mode mode, boolean redact, Bands bands, Alerting alerting) {

  /** The preset of a mode: an alert for every warning in the thread (S1.4), else from the third. */
  public static Rule preset(final Mode mode) {
    final Alerting alerting =
        switch (mode) {
          case OBSERVE -> Alerting.NEVER;
          case WARN -> Alerting.ALWAYS;
          case GRADED, STRICT -> Alerting.ON_ESCALATION;
        };
    return new Rule(mode, false, Bands.STANDARD, alerting);
  }

  /** The same with other bands. */
  public Rule with(final Bands others) {
    return new Rule(mode, redact, others, alerting);
  }
}
