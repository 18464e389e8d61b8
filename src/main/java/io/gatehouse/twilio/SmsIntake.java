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
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.relay.Route;
import io.gatehouse.relay.Routes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out whom a text message is for and hands it to the gatekeeper. */
@Singleton
class SmsIntake {

  private final Routes routes;
  private final Conversations conversations;
  private final Treatments treatments;
  private final Gatekeeper gatekeeper;

  SmsIntake(
      final Routes routes,
      final Conversations conversations,
      final Treatments treatments,
      final Gatekeeper gatekeeper) {
    this.routes = routes;
    this.conversations = conversations;
    this.treatments = treatments;
    this.gatekeeper = gatekeeper;
  }

  void take(final OrganizationId organization, final InboundSms sms) {
    take(organization, sms, false);
  }

  /**
   * @param stale it was found so long after it was written that the owner shall decide
   */
  void take(final OrganizationId organization, final InboundSms sms, final boolean stale) {
    final Optional<Route> route = routes.find(organization, sms.to(), sms.from());
    final @Nullable Conversation conversation =
        route.flatMap(found -> conversations.find(organization, found.conversation())).orElse(null);
    final Role role = route.map(Route::role).orElse(Role.CLIENT);
    final boolean late = route.filter(Route::late).isPresent();
    final Treatments.Treatment treatment =
        treatments.of(organization, sms, conversation, new Treatments.Lateness(late, stale));
    gatekeeper.screen(
        new Incoming(
            new Origin(
                organization,
                Channel.SMS,
                Direction.INBOUND,
                new Origin.Sender(role, person(conversation, sms.from()), sms.from()),
                treatment.facts()),
            conversation,
            new Content(sms.body(), Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("twilio", sms.sid(), null),
            treatment.handling()));
  }

  private static @Nullable UUID person(
      final @Nullable Conversation conversation, final String phone) {
    return conversation == null
        ? null
        : conversation.byPhone(phone).map(Participant::id).orElse(null);
  }
}
