package io.gatehouse.delivery;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectLedger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends once more what the carrier took and then failed to deliver. */
@Singleton
class Resends {

  private static final String BEFORE = "resend";
  private static final String STOPPED = "stopped";
  private static final int MOST = 3;

  /** A phone that is off, or a network that is full, is rarely better at once. */
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  private static final int FACTOR = 5;

  private final EffectLedger effects;
  private final Clock clock;

  Resends(final EffectLedger effects, final Clock clock) {
    this.effects = effects;
    this.clock = clock;
  }

  /** How many sends of the same message came to nothing before an effect. */
  static int before(final Effect effect) {
    return Integer.parseInt(effect.payload().getOrDefault(BEFORE, "0"));
  }

  /**
   * Why an effect that was ordered by {@link #stop} must not be sent, unless an owner has just said
   * so; one that was let through before needs no second word.
   */
  static Optional<String> stopped(final Effect effect) {
    final @Nullable String code = effect.payload().get(STOPPED);
    return Effect.RETRIED.equals(effect.last()) ? Optional.empty() : Optional.ofNullable(code);
  }

  /**
   * Orders another send after a pause that grows; joins the running transaction.
   *
   * @return false when there were enough
   */
  boolean again(final Delivery failed, final int most) {
    if (failed.resend() >= Math.min(most, MOST)) {
      return false;
    }
    final Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(FACTOR, failed.resend()));
    order(failed, Map.of(), pause);
    return true;
  }

  /** Orders another send that is parked until an owner sends it round. */
  void stop(final Delivery failed, final String code) {
    order(failed, Map.of(STOPPED, code), Duration.ZERO);
  }

  private void order(final Delivery failed, final Map<String, String> more, final Duration pause) {
    final Map<String, String> payload = new HashMap<>(more);
    payload.put(BEFORE, Integer.toString(failed.resend() + 1));
    effects.repeat(failed.effectId(), payload, clock.instant().plus(pause));
  }
}
