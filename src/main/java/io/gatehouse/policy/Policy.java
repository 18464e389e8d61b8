package io.gatehouse.policy;

import io.gatehouse.base.Role;
import io.gatehouse.policy.Plan.Delivery;

/** The one policy model (X1): every channel, preset and role is decided here. */
public final class Policy {

  private Policy() {}

  /**
   * @param detected whether anything was found at all
   * @param risk 0 to 1, by {@code detection.Risk}
   */
  public static Decision decide(
      final boolean detected, final double risk, final Standing standing, final Rule rule) {
    if (!detected || standing.sender() == Role.STAFF) {
      return new Decision.Allow(Plan.DELIVER);
    }
    return switch (rule.mode()) {
      case OBSERVE -> new Decision.Allow(Plan.DELIVER);
      case WARN -> warnInThread(standing.step(), rule);
      case GRADED -> byRisk(risk, standing.step(), rule);
      case STRICT -> refuse(standing.step(), rule);
    };
  }

  private static Decision warnInThread(final Step step, final Rule rule) {
    return new Decision.Warn(
        step, plan(Delivery.AS_IS, false, true, alert(step, rule), step == Step.ESCALATION));
  }

  private static Decision byRisk(final double risk, final Step step, final Rule rule) {
    if (risk < rule.bands().nudge()) {
      return new Decision.Allow(Plan.DELIVER);
    }
    if (risk < rule.bands().block()) {
      return new Decision.Warn(
          step, plan(Delivery.AS_IS, true, false, alert(step, rule), step == Step.ESCALATION));
    }
    return refuse(step, rule);
  }

  private static Decision refuse(final Step step, final Rule rule) {
    final boolean alert = alert(step, rule);
    return rule.redact()
        ? new Decision.Redact(step, plan(Delivery.REDACTED, true, false, alert, true))
        : new Decision.Block(step, plan(Delivery.WITHHELD, true, false, alert, true));
  }

  private static Plan plan(
      final Delivery delivery,
      final boolean reply,
      final boolean banner,
      final boolean alert,
      final boolean notice) {
    return new Plan(delivery, reply, banner, alert, notice, true);
  }

  private static boolean alert(final Step step, final Rule rule) {
    return switch (rule.alerting()) {
      case NEVER -> false;
      case ON_ESCALATION -> step == Step.ESCALATION;
      case ALWAYS -> true;
    };
  }
}
