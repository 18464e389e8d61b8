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
      case WARN -> warnInThread(standing, rule);
      case GRADED -> byRisk(risk, standing, rule);
      case STRICT -> refuse(standing, rule);
    };
  }

  private static Decision warnInThread(final Standing standing, final Rule rule) {
    final Step step = standing.step();
    return new Decision.Warn(
        step, plan(Delivery.AS_IS, false, true, step == Step.ESCALATION, standing, rule));
  }

  private static Decision byRisk(final double risk, final Standing standing, final Rule rule) {
    final Step step = standing.step();
    if (risk < rule.bands().nudge()) {
      return new Decision.Allow(Plan.DELIVER);
    }
    if (risk < rule.bands().block()) {
      return new Decision.Warn(
          step, plan(Delivery.AS_IS, true, false, step == Step.ESCALATION, standing, rule));
    }
    return refuse(standing, rule);
  }

  private static Decision refuse(final Standing standing, final Rule rule) {
    final Step step = standing.step();
    return rule.redact()
        ? new Decision.Redact(step, plan(Delivery.REDACTED, true, false, true, standing, rule))
        : new Decision.Block(step, plan(Delivery.WITHHELD, true, false, true, standing, rule));
  }

  private static Plan plan(
      final Delivery delivery,
      final boolean reply,
      final boolean banner,
      final boolean notice,
      final Standing standing,
      final Rule rule) {
    final boolean counts = !standing.spared();
    final boolean alert = counts && alert(standing.step(), rule);
    return new Plan(delivery, reply, banner, alert, notice, counts);
  }

  private static boolean alert(final Step step, final Rule rule) {
    return switch (rule.alerting()) {
      case NEVER -> false;
      case ON_ESCALATION -> step == Step.ESCALATION;
      case ALWAYS -> true;
    };
  }
}
