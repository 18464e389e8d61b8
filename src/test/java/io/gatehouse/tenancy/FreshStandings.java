package io.gatehouse.tenancy;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** Which organizations were suspended in one test must not be in the next. */
@Singleton
final class FreshStandings implements TestExecutionListener {

  private final SuspendedOrganizations suspended;

  FreshStandings(final SuspendedOrganizations suspended) {
    this.suspended = suspended;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    suspended.forget();
  }
}
