package io.gatehouse.twilio;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Progress;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.relay.OptOuts;
import io.gatehouse.relay.SmsCarrier;
import io.gatehouse.relay.SmsMessage;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Sends one of the organization's texts. */
final class SmsReply implements EffectHandler {

  private final String kind;
  private final Sender sender;

  private SmsReply(final String kind, final Sender sender) {
    this.kind = kind;
    this.sender = sender;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return sender.carrier.send(sender.message(effect));
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return sender.carrier.reconcile(sender.message(effect));
  }

  @Override
  public int attempts() {
    return SmsCarrier.ATTEMPTS;
  }

  @Override
  public int checks() {
    return SmsCarrier.CHECKS;
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    sender.settled(effect, outcome);
  }

  /** What both kinds have in common. */
  @Singleton
  static class Sender {

    private final SettingsBook settings;
    private final Texts texts;
    private final SmsCarrier carrier;
    private final Progress progress;
    private final OptOuts optOuts;

    Sender(
        final SettingsBook settings,
        final Texts texts,
        final SmsCarrier carrier,
        final Progress progress,
        final OptOuts optOuts) {
      this.settings = settings;
      this.texts = texts;
      this.carrier = carrier;
      this.progress = progress;
      this.optOuts = optOuts;
    }

    SmsMessage message(final Effect effect) {
      final String body =
          texts.render(
              settings.current(effect.organization()),
              Orders.text(effect),
              Orders.language(effect),
              Orders.facts(effect));
      return Orders.message(effect, body);
    }

    void settled(final Effect effect, final Outcome outcome) {
      if (outcome instanceof Outcome.Done && Orders.warns(effect)) {
        progress.senderWarned(Objects.requireNonNull(effect.event()));
      }
      if (outcome instanceof final Outcome.Refused refused
          && refused.code().equals(SmsCarrier.OPTED_OUT)) {
        optOuts.refusedByProvider(Orders.line(effect));
      }
    }
  }

  @Factory
  static final class Kinds {

    @Singleton
    EffectHandler reply(final Sender sender) {
      return new SmsReply(Orders.REPLY, sender);
    }

    @Singleton
    EffectHandler unknownSender(final Sender sender) {
      return new SmsReply(Orders.UNKNOWN_SENDER, sender);
    }
  }
}
