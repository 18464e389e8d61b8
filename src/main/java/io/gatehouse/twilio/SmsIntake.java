package io.gatehouse.twilio;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Participant;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.media.MediaRules;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.relay.Keyword;
import io.gatehouse.relay.Keywords;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.OptOuts;
import io.gatehouse.relay.Route;
import io.gatehouse.relay.Routes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out whom a text message is for and hands it to the gatekeeper. */
@Singleton
class SmsIntake {

  private final Routes routes;
  private final Conversations conversations;
  private final OptOuts optOuts;
  private final Keywords keywords;
  private final MediaRules mediaRules;
  private final Gatekeeper gatekeeper;

  SmsIntake(
      final Routes routes,
      final Conversations conversations,
      final OptOuts optOuts,
      final Keywords keywords,
      final MediaRules mediaRules,
      final Gatekeeper gatekeeper) {
    this.routes = routes;
    this.conversations = conversations;
    this.optOuts = optOuts;
    this.keywords = keywords;
    this.mediaRules = mediaRules;
    this.gatekeeper = gatekeeper;
  }

  void take(final OrganizationId organization, final InboundSms sms) {
    final var line = new Line(organization, sms.to(), sms.from());
    final Optional<Route> route = routes.find(organization, sms.to(), sms.from());
    final Optional<Keyword> keyword =
        sms.optOut().or(() -> keywords.in(sms.body(), () -> optOuts.stands(line)));
    final @Nullable Conversation conversation =
        route.flatMap(found -> conversations.find(organization, found.conversation())).orElse(null);
    final Role role = route.map(Route::role).orElse(Role.CLIENT);
    final var envelope = new Envelope(sms.sid(), line, sms.media(), keyword);
    final MediaRules.Treatment media =
        mediaRules.of(organization, sms.body(), sms.media(), sms.files());
    final Map<String, String> facts = new HashMap<>(envelope.facts());
    facts.putAll(media.facts());
    gatekeeper.screen(
        new Incoming(
            new Origin(
                organization,
                Channel.SMS,
                Direction.INBOUND,
                new Origin.Sender(role, person(conversation, sms.from()), sms.from()),
                facts),
            conversation,
            new Content(sms.body(), Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("twilio", sms.sid(), null),
            handling(keyword, conversation, media.handling())));
  }

  private static Handling handling(
      final Optional<Keyword> keyword,
      final @Nullable Conversation conversation,
      final Handling otherwise) {
    if (keyword.isPresent()) {
      return Handling.OPT_OUT;
    }
    return conversation == null ? Handling.UNROUTED : otherwise;
  }

  private static @Nullable UUID person(
      final @Nullable Conversation conversation, final String phone) {
    return conversation == null
        ? null
        : conversation.byPhone(phone).map(Participant::id).orElse(null);
  }
}
