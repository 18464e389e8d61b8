package io.gatehouse.twilio;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.media.MediaLinks;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Redaction;
import io.gatehouse.relay.OptOuts;
import io.gatehouse.relay.SmsCarrier;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Passes a message on to the other side, whole or masked. */
@Singleton
class SmsRelay implements EffectHandler {

  private final Events events;
  private final Progress progress;
  private final SmsCarrier carrier;
  private final OptOuts optOuts;
  private final MediaLinks links;

  SmsRelay(
      final Events events,
      final Progress progress,
      final SmsCarrier carrier,
      final OptOuts optOuts,
      final MediaLinks links) {
    this.events = events;
    this.progress = progress;
    this.carrier = carrier;
    this.optOuts = optOuts;
    this.links = links;
  }

  @Override
  public String kind() {
    return Orders.RELAY;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return event(effect)
        .map(event -> send(effect, event))
        .orElseGet(() -> new Outcome.Refused("erased", "The message does not exist any more."));
  }

  /** Its files are only kept so long. */
  private Outcome send(final Effect effect, final MessageEvent event) {
    final String body = body(effect, event);
    final List<URI> media = links.to(effect.organization(), event.id());
    return body.isBlank() && media.isEmpty()
        ? new Outcome.Refused("nothing_left", "It has no text, and none of its files is here.")
        : carrier.send(Orders.message(effect, body, media));
  }

  /** Without its text an erased message is not found, and is not sent again either. */
  @Override
  public Outcome reconcile(final Effect effect) {
    final String body = event(effect).map(event -> body(effect, event)).orElse("");
    return carrier.reconcile(Orders.message(effect, body));
  }

  @Override
  public int attempts() {
    return SmsCarrier.ATTEMPTS;
  }

  @Override
  public int checks() {
    return SmsCarrier.CHECKS;
  }

  /** A parked effect may be sent round again, so the message stays under way. */
  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    switch (outcome) {
      case Outcome.Done done -> progress.delivered(Objects.requireNonNull(effect.event()));
      case Outcome.Refused refused -> refused(effect, refused.code());
      case Outcome.Later later -> {}
      case Outcome.Stopped stopped -> {}
      case Outcome.Wait wait -> {}
      case Outcome.Unknown unknown -> {}
    }
  }

  private void refused(final Effect effect, final String code) {
    final UUID event = Objects.requireNonNull(effect.event());
    switch (code) {
      case Effect.EXPIRED -> progress.stale(event);
      case SmsCarrier.OPTED_OUT -> {
        progress.deliveryFailed(event);
        optOuts.refusedByProvider(Orders.line(effect));
      }
      default -> progress.deliveryFailed(event);
    }
  }

  private Optional<MessageEvent> event(final Effect effect) {
    return events.find(effect.organization(), Objects.requireNonNull(effect.event()));
  }

  private static String body(final Effect effect, final MessageEvent event) {
    final String text = event.content().text();
    return Orders.redacted(effect) ? Redaction.mask(text, event.verdict().findings()) : text;
  }
}
