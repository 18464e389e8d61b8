package io.gatehouse.accounts;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** What one test's organizations were given must not last into the next. */
@Singleton
final class FreshAccounts implements TestExecutionListener {

  private final ProviderAccounts accounts;

  FreshAccounts(final ProviderAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    accounts.forget();
  }
}
