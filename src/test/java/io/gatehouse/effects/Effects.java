package io.gatehouse.effects;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Drives effects by hand: on the calling thread, at the time of the injected clock. */
@Singleton
public final class Effects {

  private static final int MOST_ROUNDS = 1000;

  private final DataSource database;
  private final Clock clock;
  private final ManualScheduler scheduler;

  Effects(
      final DataSource database,
      final Clock clock,
      final Workers workers,
      final LaneRepository lanes) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.clock = clock;
    final TestHelper.ManualSchedulerBuilder builder =
        TestHelper.createManualScheduler(this.database, workers.tasks())
            .clock(new Following(clock))
            .pollingStrategy(PollingStrategyConfig.DEFAULT_SELECT_FOR_UPDATE);
    builder.threads(lanes.threads()).jdbcCustomization(lanes);
    this.scheduler = builder.build();
  }

  /** Gives every effect its turn that is due now, until none is. */
  public void runDue() {
    for (int round = 0; count(" and not picked and execution_time <= ?") > 0; round++) {
      if (round == MOST_ROUNDS) {
        throw new IllegalStateException("effects stay due; something is never put off");
      }
      scheduler.runAnyDueExecutions();
    }
  }

  /** Takes over what a process that died had under way. */
  public void reviveDead() {
    scheduler.runDeadExecutionDetection();
  }

  /** How many have a place in the queue, due or not. */
  public int queued() {
    return count(" and ? is not null");
  }

  private int count(final String condition) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from scheduled_tasks where task_name like 'effect-%'"
                    + condition)) {
      statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static final class Following extends SettableClock {

    private final Clock clock;

    Following(final Clock clock) {
      this.clock = clock;
    }

    @Override
    public Instant now() {
      return clock.instant();
    }
  }
}
