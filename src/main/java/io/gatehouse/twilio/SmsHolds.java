package io.gatehouse.twilio;

import io.gatehouse.base.Direction;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.relay.AutoReplies;
import io.gatehouse.standings.Suspensions;
import io.gatehouse.twilio.Envelope.Hold;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows when a text message waits for the owner, whatever was found in it. */
@Singleton
class SmsHolds {

  private final AutoReplies replies;
  private final Suspensions suspensions;
  private final Inbox inbox;

  SmsHolds(final AutoReplies replies, final Suspensions suspensions, final Inbox inbox) {
    this.replies = replies;
    this.suspensions = suspensions;
    this.inbox = inbox;
  }

  List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    final Envelope envelope = Envelope.of(event);
    final Hold hold = envelope.held().orElseThrow();
    if (owed(hold, event, envelope)) {
      tell(hold, event, envelope);
    }
    return switch (hold) {
      case CLOSED -> toLate(event, envelope, conversation);
      case SUSPENDED -> suspended(event, envelope, conversation);
      case LOOP, STALE, ORGANIZATION_SUSPENDED -> List.of();
    };
  }

  /** Once in a suspension; what was composed here or on the desk is answered there. */
  private List<NewEffect> suspended(
      final MessageEvent event,
      final Envelope envelope,
      final @Nullable Conversation conversation) {
    return event.origin().direction() == Direction.INBOUND
            && replies.answerable(envelope.line())
            && suspensions.mayTellSender(event, conversation)
        ? List.of(
            Orders.reply(
                event,
                envelope.line(),
                "conversation_suspended",
                SmsAnswers.language(event, conversation)))
        : List.of();
  }

  /** A leak, and what a suspension holds, is told by the gate; machines must not fill the inbox. */
  private boolean owed(final Hold hold, final MessageEvent event, final Envelope envelope) {
    if (event.verdict().decision().plan().notice()) {
      return false;
    }
    return switch (hold) {
      case CLOSED, STALE -> true;
      // Its owner was told when it was suspended.
      case SUSPENDED, ORGANIZATION_SUSPENDED -> false;
      case LOOP -> replies.mayReportLoop(envelope.line(), conversation(event));
    };
  }

  private List<NewEffect> toLate(
      final MessageEvent event,
      final Envelope envelope,
      final @Nullable Conversation conversation) {
    return replies.mayTellClosed(envelope.line(), conversation(event))
        ? List.of(
            Orders.reply(
                event,
                envelope.line(),
                "conversation_closed",
                SmsAnswers.language(event, conversation)))
        : List.of();
  }

  private void tell(final Hold hold, final MessageEvent event, final Envelope envelope) {
    final Map<String, String> facts =
        Map.of(
            "sender", event.origin().sender().role().wire(),
            "count", Integer.toString(envelope.media()));
    inbox.post(
        List.of(
            new NewNotice(
                event.origin().organization(),
                "held_" + hold.wire(),
                event.conversation(),
                event.id(),
                facts)));
  }

  private static UUID conversation(final MessageEvent event) {
    return Objects.requireNonNull(event.conversation());
  }
}
