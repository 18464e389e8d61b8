package io.gatehouse.relay;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.ConversationListener;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.relay.RouteRepository.Left;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conversation a message belongs to by the number it was sent to and the number it came
 * from. A person may be in many conversations, but in one only by the same relay number; each side
 * of a conversation has a number of its own, so that no more are needed than one person has
 * conversations at a time.
 */
@Singleton
public class Routes implements ConversationListener {

  private final RouteRepository routes;
  private final NumberRepository numbers;
  private final Places places;
  private final SettingsBook settings;
  private final Clock clock;

  Routes(
      final RouteRepository routes,
      final NumberRepository numbers,
      final Places places,
      final SettingsBook settings,
      final Clock clock) {
    this.routes = routes;
    this.numbers = numbers;
    this.places = places;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param to the number written to, as the provider gives it
   * @param from the sender, as the provider gives it
   */
  @Transactional
  public Optional<Route> find(
      final OrganizationId organization, final String to, final String from) {
    return routes.find(organization.value(), to, from).map(RouteRepository.Found::toRoute);
  }

  @Override
  @Transactional
  public void registered(final Conversation conversation, final @Nullable String relayNumber) {
    final @Nullable Instant until =
        conversation.closed() ? cooledDown(conversation.organization()) : null;
    final List<Seat> seats = Seat.of(conversation, until);
    if (relayNumber != null) {
      numbers.add(conversation.organization().value(), relayNumber);
    }
    seats.forEach(this::demandOwnPhone);
    seats.forEach(this::follow);
    if (relayNumber == null) {
      seat(conversation, seats);
    } else {
      pin(conversation, seats, relayNumber);
    }
  }

  @Override
  @Transactional
  public void closed(final Conversation conversation) {
    routes.rest(conversation.id(), cooledDown(conversation.organization()));
  }

  @Override
  @Transactional
  public void opened(final Conversation conversation) {
    seat(conversation, Seat.of(conversation, null));
  }

  private Instant cooledDown(final OrganizationId organization) {
    return clock.instant().plus(settings.current(organization).relay().coolDown());
  }

  /** Both sides by the number the owner names. */
  private void pin(
      final Conversation conversation, final List<Seat> seats, final String relayNumber) {
    final List<Seat> stuck = place(conversation, seats, seat -> List.of(relayNumber));
    if (!stuck.isEmpty()) {
      throw taken(stuck.getFirst().role(), relayNumber);
    }
  }

  /**
   * An SMS conversation of two people gets its numbers from the pool; any other keeps what it has.
   */
  private void seat(final Conversation conversation, final List<Seat> seats) {
    final boolean pooled =
        conversation.channel() == Channel.SMS && seats.size() == 2 && !conversation.closed();
    final List<Seat> stuck = place(conversation, seats, pooled ? places::inPool : places::present);
    if (pooled && !stuck.isEmpty()) {
      throw places.exhausted(stuck);
    }
  }

  /**
   * Takes each seat's place anew. A number that was the conversation's and is so no more cools
   * down: what still comes by it is late.
   *
   * @return the seats that got none
   */
  private List<Seat> place(
      final Conversation conversation,
      final List<Seat> seats,
      final Function<Seat, List<String>> choice) {
    final Map<Seat, List<String>> choices = new LinkedHashMap<>();
    seats.forEach(seat -> choices.put(seat, choice.apply(seat)));
    demandTwoPhones(choices);
    routes.rest(conversation.id(), cooledDown(conversation.organization()));
    return seats.stream()
        .filter(seat -> !places.take(seat, choices.getOrDefault(seat, List.of())))
        .toList();
  }

  /** Somebody who has another phone now keeps every number, in this and all other conversations. */
  private void follow(final Seat seat) {
    for (final Left left : routes.left(seat.participant(), seat.phone())) {
      routes.remove(seat.organization().value(), left.relayNumber(), left.phone());
      final var moved =
          new Seat(
              seat.organization(),
              left.conversationId(),
              Role.of(left.role()).orElseThrow(),
              seat.phone(),
              seat.participant(),
              left.otherId(),
              left.coolingUntil());
      final boolean placed =
          places.take(moved, List.of(left.relayNumber()))
              || places.take(moved, places.inPool(moved));
      if (!placed && left.coolingUntil() == null) {
        throw places.exhausted(List.of(moved));
      }
    }
  }

  private void demandOwnPhone(final Seat seat) {
    if (numbers.contains(seat.organization().value(), seat.phone())) {
      throw Problem.conflict(
              "phone_is_a_relay_number",
              "The " + seat.role().wire() + "'s phone is a relay number; give the person's own.")
          .with("role", seat.role().wire());
    }
  }

  private static void demandTwoPhones(final Map<Seat, List<String>> choices) {
    final long phones = choices.keySet().stream().map(Seat::phone).distinct().count();
    final boolean numbered = choices.values().stream().anyMatch(numbers -> !numbers.isEmpty());
    if (phones < choices.size() && numbered) {
      throw Problem.conflict("same_phone", "The client and the provider have the same phone.");
    }
  }

  private static Problem taken(final Role role, final String relayNumber) {
    return Problem.conflict(
            "relay_number_taken",
            "The "
                + role.wire()
                + "'s phone already talks to somebody by this relay number; use another.")
        .with("role", role.wire())
        .with("relay_number", relayNumber);
  }
}
