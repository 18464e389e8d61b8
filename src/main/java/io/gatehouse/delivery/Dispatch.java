package io.gatehouse.delivery;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsCarrier;
import io.gatehouse.relay.SmsMessage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Sends text messages at the pace their numbers allow, and keeps what became of each. */
@Singleton
class Dispatch implements SmsCarrier {

  /** Twilio takes no longer body, in however many segments (its code 21617 otherwise). */
  private static final int LONGEST = 1600;

  private final SmsProvider provider;
  private final Admission admission;
  private final DeliveryRepository deliveries;
  private final Alarms alarms;
  private final Reconciliation reconciliation;
  private final Pause pause;

  /** The clock and what is waited for by it. */
  @Singleton
  record Pause(Clock clock, DeliverySettings settings, ErrorClasses classes) {}

  Dispatch(
      final SmsProvider provider,
      final Admission admission,
      final DeliveryRepository deliveries,
      final Alarms alarms,
      final Reconciliation reconciliation,
      final Pause pause) {
    this.provider = provider;
    this.admission = admission;
    this.deliveries = deliveries;
    this.alarms = alarms;
    this.reconciliation = reconciliation;
    this.pause = pause;
  }

  @Override
  public Outcome send(final SmsMessage message) {
    if (!provider.live(message.effect().organization())) {
      return provider.send(message);
    }
    final Outcome outcome =
        objection(message)
            .or(() -> admission.admit(message))
            .orElseGet(() -> kept(message.effect(), provider.send(message)));
    if (outcome instanceof final Outcome.Stopped stopped) {
      alarms.stopped(message.effect(), stopped);
    }
    return outcome;
  }

  @Override
  public Outcome reconcile(final SmsMessage message) {
    return provider.live(message.effect().organization())
        ? kept(message.effect(), reconciliation.of(message))
        : new Outcome.Later("sandbox", "It may be noted again.", null);
  }

  private Optional<Outcome> objection(final SmsMessage message) {
    if (message.body().codePointCount(0, message.body().length()) > LONGEST) {
      return Optional.of(
          new Outcome.Stopped(
              Alarms.TOO_LONG, "The message is longer than " + LONGEST + " characters."));
    }
    return Resends.stopped(message.effect())
        .filter(code -> deliveries.find(message.effect().id()).isEmpty())
        .map(code -> new Outcome.Stopped(code, pause.classes().reason(code)));
  }

  /** Kept before the effect's own outcome: if that is lost, it is found here. */
  private Outcome kept(final Effect effect, final Outcome outcome) {
    final var now = pause.clock().instant();
    switch (outcome) {
      case Outcome.Done done ->
          deliveries.accepted(
              effect.id(), done.providerId(), now, now.plus(pause.settings().silence()));
      case Outcome.Refused refused -> deliveries.refused(effect.id(), refused.code(), now);
      case Outcome.Stopped stopped -> deliveries.refused(effect.id(), stopped.code(), now);
      case Outcome.Later later -> {}
      case Outcome.Wait wait -> {}
      case Outcome.Unknown unknown -> {}
    }
    return outcome;
  }
}
