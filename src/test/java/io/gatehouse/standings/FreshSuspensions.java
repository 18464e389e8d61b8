package io.gatehouse.standings;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** Who was suspended in one test must not be in the next. */
@Singleton
final class FreshSuspensions implements TestExecutionListener {

  private final Suspensions suspensions;

  FreshSuspensions(final Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    suspensions.forget();
  }
}
