package io.gatehouse.presend;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Participant;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.Utterance;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.Texts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who a single text is from: puts it where it would be sent, with what may be mentioned there, and
 * says what its author would be told. An ERPNext site asks so before it saves a message.
 */
@Singleton
class Authors {

  private final Conversations conversations;
  private final Texts texts;

  Authors(final Conversations conversations, final Texts texts) {
    this.conversations = conversations;
    this.texts = texts;
  }

  /**
   * @param object may hold {@code conversation} (the channel's name for it), {@code author} (an
   *     e-mail address) and {@code sender} (a role, for those whom the conversation does not know)
   * @throws Problem 400 with the member's name as {@code field}
   */
  CheckRequest place(
      final OrganizationId organization, final JsonNode object, final CheckRequest request) {
    if (request.conversation()) {
      return request;
    }
    final var members = new Members(object, "");
    final Optional<Conversation> thread = thread(organization, request.channel(), members);
    final Utterance text = request.messages().getFirst();
    final Role role = known(thread, members).or(() -> sender(members)).orElse(text.sender());
    return new CheckRequest(
        request.id(),
        request.channel(),
        request.region(),
        request.allow().and(thread.map(Conversation::known).orElse(Known.NOTHING)),
        List.of(new Utterance(role, text.text(), text.format())),
        false);
  }

  private Optional<Conversation> thread(
      final OrganizationId organization, final Channel channel, final Members members) {
    return members
        .text("conversation")
        .flatMap(name -> conversations.find(organization, channel, name));
  }

  private static Optional<Role> known(final Optional<Conversation> thread, final Members members) {
    return members
        .text("author")
        .flatMap(author -> thread.flatMap(found -> found.byEmail(author)))
        .map(Participant::role);
  }

  private static Optional<Role> sender(final Members members) {
    return members
        .text("sender")
        .map(
            wire ->
                Role.of(wire)
                    .orElseThrow(() -> members.refused("sender", "client, provider or staff")));
  }

  /**
   * @param object asks for it by {@code language}: ISO 639, "" for the organization's own
   * @return empty when nobody asked, or there is nothing to tell
   */
  Optional<String> told(final Settings settings, final JsonNode object, final CheckAnswer answer) {
    return answer.action().equals("allow")
        ? Optional.empty()
        : new Members(object, "")
            .text("language")
            .map(
                language -> texts.render(settings, key(answer.classes()), language, facts(answer)));
  }

  private static String key(final List<FindingClass> classes) {
    return "warning." + (classes.size() == 1 ? classes.getFirst().wire() : "several");
  }

  private static Map<String, String> facts(final CheckAnswer answer) {
    return answer.action().equals("block") ? Map.of("outcome", "withheld") : Map.of();
  }
}
