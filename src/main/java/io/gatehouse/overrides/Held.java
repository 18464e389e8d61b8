package io.gatehouse.overrides;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.events.Attempt;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.gate.EventViews;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds a message while its owner's word on it is carried out, so that the second of two clicks
 * finds what the first one did (B64).
 */
@Singleton
class Held {

  private final Progress progress;
  private final Events events;
  private final Conversations conversations;

  Held(final Progress progress, final Events events, final Conversations conversations) {
    this.progress = progress;
    this.events = events;
    this.conversations = conversations;
  }

  /**
   * A message nobody else can change until the transaction ends.
   *
   * @param attempt null when nothing in it was flagged
   */
  record Message(MessageEvent event, @Nullable Attempt attempt) {

    boolean withheld() {
      return event.state() == EventState.WITHHELD;
    }

    /** Whether its owner may still have a word on what was flagged in it. */
    boolean open() {
      return attempt != null && attempt.open();
    }

    /** Whether the other side only got it masked, and its original is still kept back. */
    boolean masked() {
      return event.verdict().decision().plan().delivery() == Delivery.REDACTED && open();
    }

    Problem conflict(final String code, final String detail) {
      return Problem.conflict(code, detail + " This one is " + event.state().wire() + ".")
          .with("state", event.state().wire());
    }
  }

  /**
   * @throws Problem 404 when the organization has no such event
   */
  Message hold(final OrganizationId organization, final UUID id) {
    if (progress.hold(organization, id).isEmpty()) {
      throw EventViews.unknown();
    }
    return new Message(
        events.find(organization, id).orElseThrow(EventViews::unknown),
        events.attempt(id).orElse(null));
  }

  Optional<Conversation> conversation(final MessageEvent event) {
    return Optional.ofNullable(event.conversation())
        .map(id -> conversations.find(event.origin().organization(), id).orElseThrow());
  }
}
