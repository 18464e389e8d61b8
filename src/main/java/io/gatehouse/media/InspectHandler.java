package io.gatehouse.media;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Events;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Has a message's files inspected; each step of it finds what an earlier try did. */
@Singleton
class InspectHandler implements EffectHandler {

  private final Events events;
  private final Inspection inspection;
  private final Inbox inbox;

  InspectHandler(final Events events, final Inspection inspection, final Inbox inbox) {
    this.events = events;
    this.inspection = inspection;
    this.inbox = inbox;
  }

  @Override
  public String kind() {
    return MediaOrders.INSPECT;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return event(effect)
        .<Outcome>map(event -> new Outcome.Done(inspection.of(event).name()))
        .orElseGet(() -> new Outcome.Refused("erased", "The message does not exist any more."));
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return new Outcome.Later("again", "It may be inspected again.", null);
  }

  /** Here and not earlier, so that the owner hears of it once. */
  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (outcome instanceof final Outcome.Done done) {
      Inspection.Result.valueOf(done.providerId())
          .notice()
          .ifPresent(
              kind ->
                  event(effect)
                      .ifPresent(event -> inbox.post(List.of(MediaNotice.of(kind, event)))));
    }
  }

  private Optional<MessageEvent> event(final Effect effect) {
    return events.find(effect.organization(), Objects.requireNonNull(effect.event()));
  }
}
