package io.gatehouse.relay;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.ConversationListener;
import io.gatehouse.conversation.Participant;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conversation a message belongs to by the number it was sent to and the number it came
 * from. A person may be in many conversations, but in one only by the same relay number.
 */
@Singleton
public class Routes implements ConversationListener {

  private final RouteRepository routes;

  Routes(final RouteRepository routes) {
    this.routes = routes;
  }

  /**
   * @param to the number written to, as the provider gives it
   * @param from the sender, as the provider gives it
   */
  @Transactional
  public Optional<Route> find(
      final OrganizationId organization, final String to, final String from) {
    return routes.find(organization.value(), to, from).map(RouteRow::toRoute);
  }

  @Override
  @Transactional
  public void registered(final Conversation conversation) {
    routes.removeOf(conversation.id());
    final @Nullable String number = conversation.relayNumber();
    if (number != null) {
      routes.addNumber(conversation.organization().value(), number);
      sides(conversation).forEach(side -> add(conversation, number, side));
    }
  }

  /** In the order of their numbers, so that two registrations never wait for each other. */
  private static Stream<Participant> sides(final Conversation conversation) {
    return Stream.of(conversation.people().client(), conversation.people().provider())
        .filter(side -> side != null && side.phone() != null)
        .map(Objects::requireNonNull)
        .sorted(Comparator.comparing(side -> String.valueOf(side.phone())));
  }

  private void add(final Conversation conversation, final String number, final Participant side) {
    final String organization = conversation.organization().value();
    final String phone = Objects.requireNonNull(side.phone());
    if (routes.isRelayNumber(organization, phone)) {
      throw Problem.conflict(
              "phone_is_a_relay_number",
              "The " + side.role().wire() + "'s phone is a relay number; give the person's own.")
          .with("role", side.role().wire());
    }
    if (routes.add(organization, number, phone, conversation.id(), side.role().wire()) == 0) {
      throw Problem.conflict(
              "relay_number_taken",
              "The "
                  + side.role().wire()
                  + "'s phone already talks to somebody by this relay number; use another.")
          .with("role", side.role().wire())
          .with("relay_number", number);
    }
  }
}
