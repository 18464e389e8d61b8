package io.gatehouse.effects;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * This process's share of the work: takes effects from the queue and gives each a virtual thread.
 * Beans of type {@link RecurringTask} run on the same queue, once per cluster.
 */
@Singleton
class Workers {

  private final DataSource database;
  private final LaneRepository lanes;
  private final Worker worker;
  private final Settings settings;
  private final List<RecurringTask<?>> recurring;
  private final Clock clock;
  private volatile @Nullable Scheduler scheduler;

  /** Both halves of the configuration. */
  @Singleton
  record Settings(EffectSettings effects, EffectSettings.Retry retry) {}

  Workers(
      final DataSource database,
      final LaneRepository lanes,
      final Worker worker,
      final Settings settings,
      final List<RecurringTask<?>> recurring,
      final Clock clock) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.lanes = lanes;
    this.worker = worker;
    this.settings = settings;
    this.recurring = recurring;
    this.clock = clock;
  }

  @EventListener
  void onServerStart(final ServerStartupEvent event) {
    if (settings.effects().workers()) {
      start();
    }
  }

  synchronized void start() {
    if (scheduler == null) {
      final Scheduler built = build();
      built.start();
      scheduler = built;
    }
  }

  /** Has the queue looked at now; call it once what was added is committed. */
  void wake() {
    final Scheduler running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  @PreDestroy
  synchronized void stop() {
    final Scheduler running = scheduler;
    if (running != null) {
      running.stop();
      scheduler = null;
    }
  }

  /** One kind of execution a lane, so that each can be taken from the queue by itself. */
  List<Task<?>> tasks() {
    return Arrays.stream(Lane.values()).<Task<?>>map(this::task).toList();
  }

  private Task<Void> task(final Lane lane) {
    return Tasks.custom(lane.task(), Void.class)
        .onDeadExecution((dead, queue) -> queue.reschedule(dead, clock.instant()))
        .onFailure(
            (failed, queue) -> {
              final int tries = failed.getExecution().consecutiveFailures + 1;
              queue.reschedule(failed, clock.instant().plus(settings.retry().pause(tries)));
            })
        .execute((instance, context) -> run(lane, UUID.fromString(instance.getId())));
  }

  private CompletionHandler<Void> run(final Lane lane, final UUID effect) {
    try {
      return worker.run(effect);
    } finally {
      if (lanes.leave(lane)) {
        wake();
      }
    }
  }

  private Scheduler build() {
    final EffectSettings effects = settings.effects();
    return Scheduler.create(database, tasks())
        .startTasks(settings.effects().recurring() ? recurring : List.of())
        .jdbcCustomization(lanes)
        .pollUsingLockAndFetch(0.5, 1.0)
        .threads(lanes.threads())
        .executorService(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("effect-", 0).factory()))
        .schedulerName(new SchedulerName.Fixed("gatehouse-" + ProcessHandle.current().pid()))
        .clock(clock::instant)
        .pollingInterval(effects.poll())
        .heartbeatInterval(effects.heartbeat())
        .missedHeartbeatsLimit(EffectSettings.MISSED_HEARTBEATS)
        .shutdownMaxWait(effects.stop())
        .build();
  }
}
