package io.gatehouse.sending;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import java.util.Map;
import java.util.Optional;

/**
 * A text that is about to leave.
 *
 * @param sender whose words they are; staff's are recorded and never struck
 * @param via the edge and the key it came by, for people who look into the event
 */
record Outgoing(
    Conversation conversation, Role sender, String text, NaturalKey key, Map<String, String> via) {

  Incoming toIncoming() {
    return new Incoming(
        new Origin(
            conversation.organization(),
            Channel.SMS,
            Direction.OUTBOUND,
            new Origin.Sender(
                sender,
                person().map(Participant::id).orElse(null),
                person().map(Participant::phone).orElse("")),
            via),
        conversation,
        new Content(text, Format.PLAIN),
        Known.NOTHING,
        key,
        Handling.SCREEN);
  }

  /** Whether an event that was found by the key is this very message. */
  boolean sameAs(final MessageEvent event) {
    return conversation.id().equals(event.conversation())
        && sender == event.origin().sender().role()
        && text.equals(event.content().text());
  }

  /** ISO 639, empty when it is not known. */
  String language() {
    return person().map(Participant::language).orElse("");
  }

  private Optional<Participant> person() {
    return switch (sender) {
      case CLIENT -> Optional.ofNullable(conversation.people().client());
      case PROVIDER -> Optional.ofNullable(conversation.people().provider());
      case STAFF -> Optional.empty();
    };
  }
}
