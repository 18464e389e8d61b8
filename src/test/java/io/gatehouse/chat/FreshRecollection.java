package io.gatehouse.chat;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** What was said in one test must not be remembered in the next. */
@Singleton
final class FreshRecollection implements TestExecutionListener {

  private final Recollection recollection;

  FreshRecollection(final Recollection recollection) {
    this.recollection = recollection;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    recollection.forget();
  }
}
