package io.gatehouse.organization;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** What one test's organizations had chosen must not last into the next. */
@Singleton
final class FreshCaches implements TestExecutionListener {

  private final SettingsBook settings;

  FreshCaches(final SettingsBook settings) {
    this.settings = settings;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    settings.forget();
  }
}
