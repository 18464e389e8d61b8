package io.gatehouse.site;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** What was read of sites before the tables were emptied is forgotten. */
@Singleton
final class FreshProfiles implements TestExecutionListener {

  private final SiteProfiles profiles;

  FreshProfiles(final SiteProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    profiles.forget();
  }
}
