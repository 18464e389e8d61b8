package io.gatehouse.tracing;

import io.gatehouse.base.Environment;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether somebody takes traces; where nobody does, nothing of this package is made. */
final class Traced implements Condition {

  @Override
  public boolean matches(final ConditionContext context) {
    return context
        .getBeanContext()
        .findBean(Environment.class)
        .flatMap(environment -> environment.watching().traces())
        .isPresent();
  }
}
