package io.gatehouse.delivery;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the owner what stops messages: once for all that stop for the same reason. */
@Singleton
class Alarms {

  /** A reason that lies in the message itself. */
  static final String TOO_LONG = "too_long";

  private static final Duration PAUSE = Duration.ofHours(1);

  private final DeliveryRepository told;
  private final Inbox inbox;
  private final Clock clock;

  Alarms(final DeliveryRepository told, final Inbox inbox, final Clock clock) {
    this.told = told;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Once a message, once a day in UTC for the ceiling, else once an hour a code. */
  @Transactional
  void stopped(final Effect effect, final Outcome.Stopped stopped) {
    final Instant now = clock.instant();
    switch (stopped.code()) {
      case TOO_LONG -> post(effect, "sms_too_long", stopped.code());
      case Admission.CEILING ->
          once(effect, "sms_ceiling", stopped.code(), now.truncatedTo(ChronoUnit.DAYS));
      default -> once(effect, "sms_stopped", stopped.code(), now.minus(PAUSE));
    }
  }

  /** A message that the carrier took will not arrive. Joins the running transaction. */
  void failed(final Delivery delivery, final @Nullable UUID conversation, final String code) {
    inbox.post(
        List.of(
            new NewNotice(
                delivery.organization(),
                "sms_failed",
                conversation,
                delivery.eventId(),
                Map.of("code", code))));
  }

  private void once(
      final Effect effect, final String kind, final String code, final Instant since) {
    if (told.tell(effect.organization().value(), code, clock.instant(), since) > 0) {
      post(effect, kind, code);
    }
  }

  private void post(final Effect effect, final String kind, final String code) {
    inbox.post(
        List.of(
            new NewNotice(
                effect.organization(),
                kind,
                effect.conversation(),
                effect.event(),
                Map.of("code", code, "reference", effect.reference().value()))));
  }
}
