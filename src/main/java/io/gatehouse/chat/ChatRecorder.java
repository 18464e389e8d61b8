package io.gatehouse.chat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Takes chat messages to the gatekeeper. */
@Singleton
public class ChatRecorder {

  /** Names a message by what its application calls it. */
  public static final String SOURCE = "chat";

  private static final Registration NOBODY =
      new Registration(null, null, List.of(), Known.NOTHING, null);

  private final Conversations conversations;
  private final Gatekeeper gatekeeper;

  ChatRecorder(final Conversations conversations, final Gatekeeper gatekeeper) {
    this.conversations = conversations;
    this.gatekeeper = gatekeeper;
  }

  /**
   * Records messages in their order, at most one of each thread.
   *
   * @param handling {@code SCREEN}, or how those that were answered before are to be taken
   * @return what was recorded, in the same order; of a repeat the first event
   */
  public List<MessageEvent> record(final List<Asked> messages, final Handling handling) {
    return gatekeeper.screen(messages.stream().map(asked -> incoming(asked, handling)).toList());
  }

  private Incoming incoming(final Asked asked, final Handling handling) {
    final Conversation conversation =
        conversations.learn(asked.organization(), Channel.CHAT, asked.thread(), NOBODY);
    return new Incoming(
        new Origin(
            asked.organization(),
            Channel.CHAT,
            Direction.INBOUND,
            new Origin.Sender(asked.role().orElse(Role.CLIENT), null, asked.user()),
            Map.of("message_id", asked.messageId(), "thread_id", asked.thread())),
        conversation,
        new Content(asked.content(), Format.PLAIN),
        Known.NOTHING,
        new NaturalKey(SOURCE, asked.messageId(), null),
        handling);
  }
}
