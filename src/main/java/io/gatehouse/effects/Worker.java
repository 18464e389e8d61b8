package io.gatehouse.effects;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

  private final EffectRepository effects;
  private final Settlement settlement;
  private final EffectSettings settings;
  private final Clock clock;
  private final Map<String, EffectHandler> handlers;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

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
      final EffectRow claimed = effects.claim(id, clock.instant());
      return claimed != null
          ? turn(carryOut(claimed))
          : effects.find(id).map(this::notClaimed).orElseGet(Worker::gone);
    } finally {
      underWay.remove(id);
    }
  }

  private Optional<Instant> carryOut(final EffectRow row) {
    final EffectHandler handler = handlers.get(row.kind());
    if (handler == null) {
      final String reason = "Nothing here carries out effects of the kind " + row.kind() + ".";
      return settlement.record(row, null, new Outcome.Refused("no_handler", reason));
    }
    return settlement.record(row, handler, outcome(row, handler, handler::carryOut));
  }

  private CompletionHandler<Void> notClaimed(final EffectRow row) {
    return switch (row.stateOf()) {
      case WAITING -> late(row) ? turn(settlement.expire(row, handler(row))) : held(row);
      case RUNNING -> turn(reconcile(effects.check(row.id(), row.version())));
      case DONE, REFUSED, PARKED, EXPIRED -> gone();
    };
  }

  private Optional<Instant> reconcile(@Nullable final EffectRow row) {
    if (row == null) {
      return Optional.empty();
    }
    final EffectHandler handler = handler(row);
    final Outcome outcome =
        handler == null
            ? new Outcome.Unknown("no handler")
            : outcome(row, handler, handler::reconcile);
    return settlement.record(row, handler, outcome);
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
    final Instant next = clock.instant().plus(settings.hold());
    return (complete, queue) -> {
      queue.reschedule(complete, next);
      settlement.recheck(row);
    };
  }

  private static CompletionHandler<Void> turn(final Optional<Instant> next) {
    return next.map(Worker::again).orElseGet(Worker::gone);
  }

  private static CompletionHandler<Void> again(final Instant next) {
    return (complete, queue) -> queue.reschedule(complete, next);
  }

  private static CompletionHandler<Void> gone() {
    return (complete, queue) -> queue.stop();
  }

  private boolean late(final EffectRow row) {
    return row.expiresAt() != null && !row.expiresAt().isAfter(clock.instant());
  }

  private @Nullable EffectHandler handler(final EffectRow row) {
    return handlers.get(row.kind());
  }
}
