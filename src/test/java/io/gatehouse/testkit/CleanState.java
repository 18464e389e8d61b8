package io.gatehouse.testkit;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** Before each test the tables are empty and the clock stands at its start. */
@Singleton
final class CleanState implements TestExecutionListener {

  private final Tables tables;
  private final TestClock clock;

  CleanState(final Tables tables, final TestClock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    tables.clear();
    clock.set(TestClock.START);
  }
}
