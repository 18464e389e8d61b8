package io.gatehouse.sending;

import io.gatehouse.base.Problem;
import io.gatehouse.events.Events;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Sends a text once, however often it is asked for by the same key. */
@Singleton
class Dispatch {

  private final Events events;
  private final Recipients recipients;
  private final Gatekeeper gatekeeper;

  Dispatch(final Events events, final Recipients recipients, final Gatekeeper gatekeeper) {
    this.events = events;
    this.recipients = recipients;
    this.gatekeeper = gatekeeper;
  }

  /**
   * Takes a text to the gatekeeper, unless its key is known: then what became of the first is
   * answered, also when the recipient could not be written to any more.
   *
   * @throws Problem 409 when it cannot be delivered, 422 when the key names another message
   */
  MessageEvent send(final Outgoing message) {
    final MessageEvent event = earlier(message).orElseGet(() -> screen(message));
    if (!message.sameAs(event)) {
      throw new Problem(
              422,
              "idempotency_key_reused",
              "This Idempotency-Key was used for another message. Nothing was sent.")
          .with("event", event.id().toString());
    }
    return event;
  }

  /** A key that expires is looked at where it is claimed. */
  private Optional<MessageEvent> earlier(final Outgoing message) {
    return message.key().keptFor() == null
        ? events.named(
            message.conversation().organization(), message.key().source(), message.key().key())
        : Optional.empty();
  }

  private MessageEvent screen(final Outgoing message) {
    recipients.require(message.conversation(), message.sender());
    final MessageEvent event = gatekeeper.screen(message.toIncoming());
    if (event.state() == EventState.FAILED) {
      throw Problem.conflict(
              "undeliverable", "There is no way to the other side any more. Nothing was sent.")
          .with("event", event.id().toString());
    }
    return event;
  }
}
