package io.gatehouse.effects;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives one effect its turn: claims it, has it carried out with no transaction open, and has the
 * outcome recorded. What is found already begun is reconciled, never carried out again.
 */
@Singleton
final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** Each waits for a connection as long as the pool lets it. */
  private static final int RECORDING_TRIES = 5;

  private final EffectRepository effects;
  private final Settlement settlement;
  private final EffectSettings settings;
  private final Clock clock;
  private final Map<String, EffectHandler> handlers;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

  /**
   * Lanes are wider than the pool of connections, which gives up after a second: without a limit a
   * burst of effects would starve itself and everybody else.
   */
  private final Semaphore connections;

  Worker(
      final EffectRepository effects,
      final Settlement settlement,
      final EffectSettings settings,
      final Clock clock,
      final List<EffectHandler> handlers) {
    this.effects = effects;
    this.settlement = settlement;
    this.settings = settings;
    this.clock = clock;
    this.connections = new Semaphore(settings.connections(), true);
    this.handlers =
        handlers.stream().collect(Collectors.toMap(EffectHandler::kind, Function.identity()));
  }

  /**
   * @return what becomes of its place in the queue: given up when it is settled, else kept for
   *     later
   */
  CompletionHandler<Void> run(final UUID id) {
    // After a long outage of the database this process may take its own living work for dead.
    if (!underWay.add(id)) {
      return again(clock.instant().plus(settings.hold()));
    }
    try {
      final Optional<EffectRow> claimed =
          connected(() -> Optional.ofNullable(effects.claim(id, clock.instant())));
      return claimed.isPresent()
          ? turn(carryOut(claimed.get()))
          : connected(() -> effects.find(id)).map(this::notClaimed).orElseGet(this::gone);
    } finally {
      underWay.remove(id);
    }
  }

  private Optional<Instant> carryOut(final EffectRow row) {
    final EffectHandler handler = handlers.get(row.kind());
    if (handler == null) {
      final String reason = "Nothing here carries out effects of the kind " + row.kind() + ".";
      return record(row, null, new Outcome.Refused("no_handler", reason));
    }
    return record(row, handler, outcome(row, handler, handler::carryOut));
  }

  private CompletionHandler<Void> notClaimed(final EffectRow row) {
    return switch (row.stateOf()) {
      case WAITING ->
          late(row)
              ? turn(connected(() -> settlement.expire(row, handlers.get(row.kind()))))
              : held(row);
      case RUNNING ->
          turn(
              connected(() -> Optional.ofNullable(effects.check(row.id(), row.version())))
                  .flatMap(this::reconcile));
      case DONE, REFUSED, PARKED, EXPIRED -> gone();
    };
  }

  private Optional<Instant> reconcile(final EffectRow row) {
    final EffectHandler handler = handlers.get(row.kind());
    final Outcome outcome =
        handler == null
            ? new Outcome.Unknown("no handler")
            : outcome(row, handler, handler::reconcile);
    return record(row, handler, outcome);
  }

  /** What is known must not be forgotten because no connection was free for a second. */
  private Optional<Instant> record(
      final EffectRow row, @Nullable final EffectHandler handler, final Outcome outcome) {
    for (int tries = 1; ; tries++) {
      try {
        return connected(() -> settlement.record(row, handler, outcome));
      } catch (final CannotGetJdbcConnectionException busy) {
        if (tries == RECORDING_TRIES) {
          throw busy;
        }
      }
    }
  }

  private Outcome outcome(
      final EffectRow row,
      final EffectHandler handler,
      final Function<Effect, Outcome> conversationWithProvider) {
    try {
      return conversationWithProvider.apply(row.effect());
    } catch (final RuntimeException failed) {
      // Its message may quote a number or a text, its kind and place do not.
      LOG.warn(
          "{} {}: {} failed with {}",
          row.reference(),
          row.kind(),
          handler.getClass().getSimpleName(),
          failed.getClass().getName());
      return new Outcome.Unknown(failed.getClass().getSimpleName());
    }
  }

  private CompletionHandler<Void> held(final EffectRow row) {
    final Instant next = next(row);
    return (complete, queue) ->
        connected(
            () -> {
              queue.reschedule(complete, next);
              settlement.recheck(row);
              return next;
            });
  }

  private Instant next(final EffectRow row) {
    final Instant held = clock.instant().plus(settings.hold());
    final Instant notBefore = row.notBefore();
    return notBefore != null && notBefore.isAfter(clock.instant()) ? notBefore : held;
  }

  private CompletionHandler<Void> turn(final Optional<Instant> next) {
    // Settling it took it out of the queue; of what another process took over, nothing is ours.
    return next.map(this::again).orElse((complete, queue) -> {});
  }

  private CompletionHandler<Void> again(final Instant next) {
    return (complete, queue) ->
        connected(
            () -> {
              queue.reschedule(complete, next);
              return next;
            });
  }

  private CompletionHandler<Void> gone() {
    return (complete, queue) ->
        connected(
            () -> {
              queue.stop();
              return true;
            });
  }

  private <T> T connected(final Supplier<T> step) {
    connections.acquireUninterruptibly();
    try {
      return step.get();
    } finally {
      connections.release();
    }
  }

  private boolean late(final EffectRow row) {
    return row.expiresAt() != null && !row.expiresAt().isAfter(clock.instant());
  }
}
