package io.gatehouse.events;

import io.gatehouse.policy.Plan;
import io.gatehouse.policy.Plan.Delivery;
import io.micronaut.serde.annotation.Serdeable;

/** A plan as it is stored; the policy itself knows no JSON. */
@Serdeable
record PlanJson(
    Delivery delivery,
    boolean reply,
    boolean banner,
    boolean alert,
    boolean notice,
    boolean strike) {

  static PlanJson of(final Plan plan) {
    return new PlanJson(
        plan.delivery(), plan.reply(), plan.banner(), plan.alert(), plan.notice(), plan.strike());
  }

  Plan toPlan() {
    return new Plan(delivery, reply, banner, alert, notice, strike);
  }
}
