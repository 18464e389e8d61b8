package io.gatehouse.standings;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.Recent;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the messages of a suspended pair wait, whatever channel they come by. There are few
 * suspensions and many messages, so an organization's are kept in memory: what this instance
 * changes counts from its commit on, what another one changes within 5 seconds.
 */
@Singleton
public class Suspensions {

  /** What the envelope of such a message gives as {@link Origin#HELD}. */
  public static final String REASON = "suspended";

  private static final String SENDER = "sender ";
  private static final String OWNER = "owner ";

  private final StandingRepository standings;
  private final Recent<List<Suspension>> recent;
  private final Clock clock;

  Suspensions(final StandingRepository standings, final Clock clock) {
    this.standings = standings;
    this.clock = clock;
    this.recent = new Recent<>(clock, this::read);
  }

  /** The message as it is to be handled; staff may go on talking to both. */
  public Incoming admit(final Incoming incoming) {
    return concerns(incoming) && of(incoming.conversation(), recent::get).isPresent()
        ? incoming.held(REASON)
        : incoming;
  }

  /** The same by what was read last, so that nothing waits for the database. */
  public Incoming admitUnaided(final Incoming incoming) {
    return concerns(incoming) && of(incoming.conversation(), recent::known).isPresent()
        ? incoming.held(REASON)
        : incoming;
  }

  /** Reads them anew where they are old. */
  public void refresh(final OrganizationId organization) {
    recent.get(organization);
  }

  /** What is held for another reason stays so; files must not release what waits for the owner. */
  private static boolean concerns(final Incoming incoming) {
    final String held = incoming.origin().envelope().getOrDefault(Origin.HELD, "media");
    return incoming.origin().sender().role() != Role.STAFF
        && (incoming.handling() == Handling.SCREEN
            || incoming.handling() == Handling.HOLD && held.equals("media"));
  }

  /** Whether a recorded message waits because its pair is suspended. */
  public static boolean holds(final MessageEvent event) {
    return event.handling() == Handling.HOLD
        && REASON.equals(event.origin().envelope().get(Origin.HELD));
  }

  /**
   * Whether the sender of a held message is yet to be told: once in a suspension. Joins the running
   * transaction.
   */
  @Transactional
  public boolean mayTellSender(
      final MessageEvent event, final @Nullable Conversation conversation) {
    final Origin.Sender sender = event.origin().sender();
    return mayTell(
        event,
        conversation,
        SENDER + Objects.requireNonNullElse(sender.participant(), sender.address()));
  }

  /** Whether the owner is yet to be told of held messages: once in a suspension and a day (UTC). */
  boolean mayTellOwner(final MessageEvent event, final @Nullable Conversation conversation) {
    final String day = event.receivedAt().toString().substring(0, "2026-03-02".length());
    return mayTell(event, conversation, OWNER + day);
  }

  private boolean mayTell(
      final MessageEvent event, final @Nullable Conversation conversation, final String whom) {
    return of(conversation, recent::get)
        .filter(
            one ->
                standings.tell(
                        event.origin().organization().value(),
                        one.pairId(),
                        one.suspendedSince(),
                        whom)
                    == 1)
        .isPresent();
  }

  private Optional<Suspension> of(
      final @Nullable Conversation conversation,
      final Function<OrganizationId, List<Suspension>> suspended) {
    return conversation == null
        ? Optional.empty()
        : suspended.apply(conversation.organization()).stream()
            .filter(suspension -> suspension.stands(conversation, clock.instant()))
            .findFirst();
  }

  private List<Suspension> read(final OrganizationId organization) {
    return standings.suspended(organization.value(), clock.instant());
  }

  void changed(final OrganizationId organization) {
    recent.forget(organization);
  }

  void forget() {
    recent.forgetAll();
  }
}
