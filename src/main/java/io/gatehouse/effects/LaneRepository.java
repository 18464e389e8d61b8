package io.gatehouse.effects;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes from the queue only what has a free place in its lane. A provider that hangs fills its own
 * lane, and what waits for it stays in the queue untouched, however much it is, in nobody's way.
 */
@Singleton
class LaneRepository extends PostgreSqlJdbcCustomization {

  /** The library's own statement takes the oldest of all tasks; this one so many of each. */
  private static final String TAKE =
      """
      with turn as (
        select due.task_name, due.task_instance
        from unnest(CAST(? AS text[]), CAST(? AS integer[])) as lane (name, free)
        cross join lateral (
          select task_name, task_instance from scheduled_tasks
          where task_name = lane.name and not picked and execution_time <= ?
          order by execution_time limit lane.free
          for update skip locked) due)
      update scheduled_tasks s
      set picked = true, picked_by = ?, last_heartbeat = ?, version = s.version + 1
      from turn where s.task_name = turn.task_name and s.task_instance = turn.task_instance
      returning s.*
      """;

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<String> recurring;
  private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  LaneRepository(final EffectSettings settings, final List<RecurringTask<?>> recurring) {
    super(false, false);
    this.recurring = recurring.stream().map(RecurringTask::getName).toList();
    for (final Lane lane : Lane.values()) {
      taken.put(lane.task(), new AtomicInteger());
      places.put(lane.task(), settings.places(lane));
    }
  }

  /** More threads than there are places, so that the library's own bound is never met. */
  int threads() {
    return places.values().stream().mapToInt(of -> of).sum() + recurring.size() + 1;
  }

  /** Called by one thread a process, the only one that takes places. */
  @Override
  public List<Execution> lockAndFetchSingleStatement(
      final JdbcTaskRepositoryContext queue,
      final Instant now,
      final int limit,
      final boolean byPriority) {
    final Map<String, Integer> free = free();
    // Before asking: a place that is left meanwhile must find the lane marked.
    waiting.addAll(free.keySet());
    final List<Execution> executions =
        queue.jdbcRunner.query(
            TAKE,
            statement -> fill(statement, free, now, queue.schedulerName.getName()),
            queue.resultSetMapper.get());
    taken.forEach((task, count) -> enter(task, count, executions, free));
    executions.sort(Comparator.comparing(Execution::getExecutionTime));
    return executions;
  }

  /**
   * Gives a place back.
   *
   * @return whether something may be waiting for it
   */
  boolean leave(final Lane lane) {
    taken.getOrDefault(lane.task(), new AtomicInteger()).decrementAndGet();
    return waiting.contains(lane.task());
  }

  private Map<String, Integer> free() {
    final Map<String, Integer> free = new LinkedHashMap<>();
    taken.forEach(
        (task, count) -> free.put(task, Math.max(0, places.getOrDefault(task, 0) - count.get())));
    recurring.forEach(task -> free.put(task, 1));
    return free;
  }

  private void enter(
      final String task,
      final AtomicInteger count,
      final List<Execution> executions,
      final Map<String, Integer> free) {
    final int entered =
        (int) executions.stream().filter(e -> e.taskInstance.getTaskName().equals(task)).count();
    count.addAndGet(entered);
    if (entered < free.getOrDefault(task, 0)) {
      waiting.remove(task);
    }
  }

  private void fill(
      final PreparedStatement statement,
      final Map<String, Integer> free,
      final Instant now,
      final String process)
      throws SQLException {
    final var connection = statement.getConnection();
    statement.setArray(1, connection.createArrayOf("text", free.keySet().toArray()));
    statement.setArray(2, connection.createArrayOf("integer", free.values().toArray()));
    setInstant(statement, 3, now);
    statement.setString(4, process);
    setInstant(statement, 5, now);
  }
}
