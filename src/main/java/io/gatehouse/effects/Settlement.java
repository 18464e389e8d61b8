package io.gatehouse.effects;

import io.gatehouse.effects.Effect.State;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what became of an attempt, together with all that follows from it. */
@Singleton
final class Settlement {

  /** Marks an effect of which nobody knows whether it was done. */
  static final String UNKNOWN = "unknown";

  private final EffectRepository effects;
  private final TransactionOperations<Connection> transactions;
  private final List<SettledListener> listeners;
  private final EffectSettings.Retry retry;
  private final Clock clock;
  private final Provider<Workers> workers;

  Settlement(
      final EffectRepository effects,
      final TransactionOperations<Connection> transactions,
      final List<SettledListener> listeners,
      final EffectSettings.Retry retry,
      final Clock clock,
      final Provider<Workers> workers) {
    this.effects = effects;
    this.transactions = transactions;
    this.listeners = listeners;
    this.retry = retry;
    this.clock = clock;
    this.workers = workers;
  }

  /**
   * @return when the effect must be given another turn, or empty when it is settled
   */
  Optional<Instant> record(
      final EffectRow row, @Nullable final EffectHandler handler, final Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> settle(row, handler, State.DONE, done);
      case Outcome.Refused refused -> settle(row, handler, State.REFUSED, refused);
      case Outcome.Later later ->
          row.attempts() >= attempts(handler)
              ? settle(row, handler, State.PARKED, later)
              : again(row, later);
      case Outcome.Stopped stopped -> settle(row, handler, State.PARKED, stopped);
      case Outcome.Wait wait -> putOff(row, wait);
      case Outcome.Unknown unknown ->
          row.checks() >= checks(handler)
              ? settle(row, handler, State.PARKED, unknown)
              : lookInto(row, unknown);
    };
  }

  private int attempts(@Nullable final EffectHandler handler) {
    return handler == null ? retry.attempts() : Math.max(retry.attempts(), handler.attempts());
  }

  private int checks(@Nullable final EffectHandler handler) {
    return handler == null ? retry.checks() : Math.max(retry.checks(), handler.checks());
  }

  /** Ends an effect whose time passed before it could begin. */
  Optional<Instant> expire(final EffectRow row, @Nullable final EffectHandler handler) {
    final String reason = "Its time passed before it could be carried out.";
    return settle(row, handler, State.EXPIRED, new Outcome.Refused(Effect.EXPIRED, reason));
  }

  private Optional<Instant> again(final EffectRow row, final Outcome.Later later) {
    effects.postpone(row.id(), row.version(), State.WAITING.wire(), later.code(), later.reason());
    final Duration pause = retry.pause(row.attempts());
    final Duration asked = later.after();
    return after(asked == null || asked.compareTo(pause) < 0 ? pause : asked);
  }

  private Optional<Instant> putOff(final EffectRow row, final Outcome.Wait wait) {
    effects.putOff(row.id(), row.version(), wait.code(), wait.reason(), wait.until());
    return Optional.of(wait.until());
  }

  private Optional<Instant> lookInto(final EffectRow row, final Outcome.Unknown unknown) {
    effects.postpone(row.id(), row.version(), State.RUNNING.wire(), UNKNOWN, unknown.cause());
    return after(retry.pause(row.checks() + 1));
  }

  private Optional<Instant> after(final Duration pause) {
    return Optional.of(clock.instant().plus(pause));
  }

  private Optional<Instant> settle(
      final EffectRow row,
      @Nullable final EffectHandler handler,
      final State state,
      final Outcome outcome) {
    transactions.executeWrite(
        transaction -> {
          if (end(row, state, outcome) == 1) {
            // Left to the scheduler this would be a commit of its own: a third of the waiting.
            effects.leaveQueue(row.laneOf().task(), row.id().toString());
            tell(row.effect(), handler, state, outcome);
          }
          return state;
        });
    // After the commit: an effect put back just now must find this one settled or be woken here.
    wakeFrom(row, row.number() + 1);
    return Optional.empty();
  }

  /** Wakes an effect that was put back behind another if that one is settled by now. */
  void recheck(final EffectRow held) {
    if (held.conversationId() != null
        && !effects.heldBack(held.conversationId(), held.lane(), held.number())) {
      wakeFrom(held, held.number());
    }
  }

  private int end(final EffectRow row, final State state, final Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> end(row, state, null, null, done.providerId());
      case Outcome.Refused refused -> end(row, state, refused.code(), refused.reason(), null);
      case Outcome.Later later -> end(row, state, later.code(), later.reason(), null);
      case Outcome.Stopped stopped -> end(row, state, stopped.code(), stopped.reason(), null);
      case Outcome.Unknown unknown -> end(row, state, UNKNOWN, unknown.cause(), null);
      case Outcome.Wait wait -> throw new IllegalStateException("waiting is no end");
    };
  }

  private int end(
      final EffectRow row,
      final State state,
      @Nullable final String code,
      @Nullable final String reason,
      @Nullable final String providerId) {
    return effects.settle(
        row.id(), row.version(), state.wire(), code, reason, providerId, clock.instant());
  }

  private void tell(
      final Effect effect,
      @Nullable final EffectHandler handler,
      final State state,
      final Outcome outcome) {
    if (handler != null) {
      handler.settled(effect, outcome);
    }
    if (state != State.DONE) {
      listeners.forEach(listener -> listener.undone(effect, state, outcome));
    }
  }

  private void wakeFrom(final EffectRow row, final long number) {
    final UUID conversation = row.conversationId();
    if (conversation != null
        && effects.wakeFirst(row.laneOf().task(), conversation, row.lane(), number, clock.instant())
            > 0) {
      workers.get().wake();
    }
  }
}
