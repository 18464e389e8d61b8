package io.gatehouse.delivery;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.PostedEffects;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.SmsMessage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a message was taken whose sending has no known outcome: the provider knows no
 * key against doing it twice, so its list is asked before anything is repeated.
 */
@Singleton
class Reconciliation {

  private final DeliveryRepository deliveries;
  private final SmsArchive archive;
  private final PostedEffects effects;
  private final DeliverySettings settings;
  private final Clock clock;

  Reconciliation(
      final DeliveryRepository deliveries,
      final SmsArchive archive,
      final PostedEffects effects,
      final DeliverySettings settings,
      final Clock clock) {
    this.deliveries = deliveries;
    this.archive = archive;
    this.effects = effects;
    this.settings = settings;
    this.clock = clock;
  }

  Outcome of(final SmsMessage message) {
    final Optional<Delivery> known = deliveries.find(message.effect().id());
    final Optional<String> proved = known.map(Delivery::sid);
    if (proved.isPresent()) {
      return new Outcome.Done(proved.get());
    }
    final Instant first = message.effect().addedAt();
    return inList(
        message,
        known.map(Delivery::firstAttemptAt).orElse(first),
        known.map(Delivery::attemptedAt).orElse(first));
  }

  private Outcome inList(final SmsMessage message, final Instant first, final Instant last) {
    final Effect effect = message.effect();
    final Instant since = first.minus(settings.skew());
    final Line line = new Line(effect.organization(), message.from(), message.to());
    final Optional<List<Sighting>> listed = archive.sent(line, since);
    if (listed.isEmpty()) {
      return new Outcome.Unknown("The provider could not be asked whether it took the message.");
    }
    return listed.get().stream()
        .filter(one -> isIt(one, message, since))
        .filter(one -> !ofAnother(one, effect))
        .min(Comparator.comparing(one -> one.createdAt().orElse(Instant.MAX)))
        .<Outcome>map(one -> new Outcome.Done(one.sid()))
        .orElseGet(() -> absent(last.plus(settings.certain())));
  }

  private static boolean isIt(final Sighting one, final SmsMessage message, final Instant since) {
    return one.body().strip().equals(message.body().strip())
        && one.from().equals(message.from())
        && one.to().equals(message.to())
        && one.createdAt().filter(at -> !at.isBefore(since)).isPresent();
  }

  /** The same text twice on purpose is two messages, each with a name of its own. */
  private boolean ofAnother(final Sighting one, final Effect effect) {
    return deliveries.ofAnother(effect.organization().value(), one.sid(), effect.id())
        || effects.include(effect.organization(), Lane.TWILIO, one.sid(), "");
  }

  private Outcome absent(final Instant certain) {
    return clock.instant().isBefore(certain)
        ? new Outcome.Unknown("The provider does not list the message yet.")
        : new Outcome.Later("not_listed", "The provider does not list the message.", null);
  }
}
