package io.gatehouse.testkit;

import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Before each test the tables are empty and the clock, if it stands still, is at its start. */
@Singleton
final class CleanState implements TestExecutionListener {

  private final Tables tables;
  private final Optional<TestClock> clock;

  CleanState(final Tables tables, final Optional<TestClock> clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public void beforeTestMethod(final TestContext test) {
    tables.clear();
    clock.ifPresent(standing -> standing.set(TestClock.START));
  }
}
