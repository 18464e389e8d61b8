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
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.relay.Keyword;
import io.gatehouse.relay.Keywords;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.Loops;
import io.gatehouse.relay.OptOuts;
import io.gatehouse.relay.Route;
import io.gatehouse.relay.Routes;
import io.gatehouse.twilio.Envelope.Hold;
import jakarta.inject.Singleton;
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
  private final Loops loops;
  private final Gatekeeper gatekeeper;

  SmsIntake(
      final Routes routes,
      final Conversations conversations,
      final OptOuts optOuts,
      final Keywords keywords,
      final Loops loops,
      final Gatekeeper gatekeeper) {
    this.routes = routes;
    this.conversations = conversations;
    this.optOuts = optOuts;
    this.keywords = keywords;
    this.loops = loops;
    this.gatekeeper = gatekeeper;
  }

  void take(final OrganizationId organization, final InboundSms sms) {
    take(organization, sms, false);
  }

  /**
   * @param stale it was found so long after it was written that the owner shall decide
   */
  void take(final OrganizationId organization, final InboundSms sms, final boolean stale) {
    final var line = new Line(organization, sms.to(), sms.from());
    final Optional<Route> route = routes.find(organization, sms.to(), sms.from());
    final Optional<Keyword> keyword = keyword(line, sms);
    final @Nullable Conversation conversation =
        route.flatMap(found -> conversations.find(organization, found.conversation())).orElse(null);
    final Role role = route.map(Route::role).orElse(Role.CLIENT);
    final Optional<Hold> held =
        keyword.isPresent()
            ? Optional.empty()
            : held(route, conversation, sms).or(() -> stale(conversation, stale));
    final var envelope = new Envelope(sms.sid(), line, sms.media(), keyword, held);
    gatekeeper.screen(
        new Incoming(
            new Origin(
                organization,
                Channel.SMS,
                Direction.INBOUND,
                new Origin.Sender(role, person(conversation, sms.from()), sms.from()),
                envelope.facts()),
            conversation,
            new Content(sms.body(), Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("twilio", sms.sid(), null),
            handling(envelope, conversation)));
  }

  /** Short codes, names and addresses of other channels are no people who could opt out. */
  private Optional<Keyword> keyword(final Line line, final InboundSms sms) {
    return line.canBeAnswered()
        ? sms.optOut().or(() -> keywords.in(sms.body(), () -> optOuts.stands(line)))
        : Optional.empty();
  }

  private Optional<Hold> held(
      final Optional<Route> route,
      final @Nullable Conversation conversation,
      final InboundSms sms) {
    if (conversation == null) {
      return Optional.empty();
    }
    if (conversation.closed() || route.filter(Route::late).isPresent()) {
      return Optional.of(Hold.CLOSED);
    }
    return loops.goesOn(conversation, sms.from(), sms.body())
        ? Optional.of(Hold.LOOP)
        : Optional.empty();
  }

  private static Optional<Hold> stale(
      final @Nullable Conversation conversation, final boolean stale) {
    return stale && conversation != null ? Optional.of(Hold.STALE) : Optional.empty();
  }

  private static Handling handling(
      final Envelope envelope, final @Nullable Conversation conversation) {
    if (envelope.keyword().isPresent()) {
      return Handling.OPT_OUT;
    }
    if (conversation == null) {
      return Handling.UNROUTED;
    }
    return envelope.held().isPresent() ? Handling.HOLD : Handling.SCREEN;
  }

  private static @Nullable UUID person(
      final @Nullable Conversation conversation, final String phone) {
    return conversation == null
        ? null
        : conversation.byPhone(phone).map(Participant::id).orElse(null);
  }
}
