package io.gatehouse.events;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import io.gatehouse.message.EventState;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of recorded messages. Everything here joins the running transaction. */
@Singleton
public class Progress {

  private static final List<String> UNDER_WAY =
      List.of(EventState.QUEUED.wire(), EventState.RELEASED.wire());

  private static final List<String> NOT_THERE_YET =
      List.of(EventState.QUEUED.wire(), EventState.RELEASED.wire(), EventState.SENT.wire());

  private final EventRepository events;
  private final AttemptRepository attempts;
  private final List<Listener> listeners;
  private final Clock clock;

  /** Hears what becomes of messages, inside the transaction that records it. */
  public interface Listener {

    /**
     * An exception undoes what it is told of.
     *
     * @param what one of FAILED, VISIBLE, WITHHELD, RELEASED and DISMISSED
     * @param facts what else is known of it; never text
     */
    void became(UUID event, EventState what, Map<String, String> facts);
  }

  Progress(
      final EventRepository events,
      final AttemptRepository attempts,
      final List<Listener> listeners,
      final Clock clock) {
    this.events = events;
    this.attempts = attempts;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** The provider accepted the message for its other side. */
  @Transactional
  public void delivered(final UUID event) {
    events.moveFrom(event, UNDER_WAY, EventState.SENT.wire());
  }

  /** The other side's phone has it, says the carrier. */
  @Transactional
  public void arrived(final UUID event) {
    events.moveFrom(event, NOT_THERE_YET, EventState.DELIVERED.wire());
  }

  /** The message could not be delivered; its effect tells why. */
  @Transactional
  public void deliveryFailed(final UUID event) {
    move(event, NOT_THERE_YET, EventState.FAILED);
  }

  /** Its time passed before it left: it waits for the owner, who may still want it sent. */
  @Transactional
  public void stale(final UUID event) {
    move(event, NOT_THERE_YET, EventState.WITHHELD);
  }

  /**
   * Taken out of its thread after the other side could read it (X9): from now on it waits for the
   * owner, unless the owner had a word on it meanwhile.
   */
  @Transactional
  public void withheld(final UUID event) {
    if (events.withhold(event) > 0) {
      tell(event, EventState.WITHHELD, Map.of());
    }
  }

  /**
   * Its asker was told to deliver it before it was recorded as withheld.
   *
   * @return false where that is known
   */
  @Transactional
  public boolean passedAfterAll(final UUID event) {
    final boolean passed = events.pass(event) == 1;
    if (passed) {
      tell(event, EventState.VISIBLE, Map.of());
    }
    return passed;
  }

  /**
   * Its asker was told not to deliver it before it was recorded as sent: it waits for the owner.
   */
  @Transactional
  public void heldAfterAll(final UUID event) {
    if (events.holdBack(event) > 0) {
      tell(event, EventState.WITHHELD, Map.of());
    }
  }

  /** Moderation thinks so of it by now. */
  @Transactional
  public void moderated(final UUID event, final Opinion opinion) {
    events.moderate(event, OpinionJson.of(opinion));
  }

  /**
   * What waited goes on as it was decided on its text: its attempt, if there is one, stays open.
   *
   * @param to QUEUED where an effect delivers it, SENT where its asker does
   * @param by who let it go
   */
  @Transactional
  public void goesOn(final UUID event, final EventState to, final String by) {
    if (events.goOn(event, to.wire()) > 0) {
      tell(event, EventState.RELEASED, Map.of("by", by));
    }
  }

  /** What the owner released could not be shown again: it waits for the owner once more. */
  @Transactional
  public void notReleased(final UUID event) {
    move(event, List.of(EventState.RELEASED.wire()), EventState.WITHHELD);
  }

  /** The sender got the reply or the banner (B20). */
  @Transactional
  public void senderWarned(final UUID event) {
    attempts.senderWarned(event, clock.instant());
  }

  /** The Compliance Alert stands (B20). */
  @Transactional
  public void adminAlerted(final UUID event) {
    attempts.adminAlerted(event, clock.instant());
  }

  /** The event's state, which nobody else can change until the transaction ends. */
  @Transactional
  public Optional<EventState> hold(final OrganizationId organization, final UUID event) {
    return events
        .hold(organization.value(), event)
        .map(state -> EventState.valueOf(state.toUpperCase(Locale.ROOT)));
  }

  /** The owner let it go; its attempt is resolved (S5.15, B63). */
  @Transactional
  public void released(final UUID event, final String by, final String reason) {
    events.move(event, EventState.RELEASED.wire());
    attempts.resolve(event, "force_sent", null, clock.instant(), by, reason);
    tell(event, EventState.RELEASED, Map.of("by", by));
  }

  /**
   * The owner had the last word, and nothing more is delivered; what was withheld stays so.
   *
   * @param verdict right or false_alarm, or null where nobody said
   */
  @Transactional
  public void dismissed(
      final UUID event, final @Nullable String verdict, final String by, final String reason) {
    events.moveFrom(event, List.of(EventState.WITHHELD.wire()), EventState.DISMISSED.wire());
    attempts.resolve(event, "dismissed", verdict, clock.instant(), by, reason);
    tell(
        event,
        EventState.DISMISSED,
        verdict == null ? Map.of("by", by) : Map.of("by", by, "verdict", verdict));
  }

  private void move(final UUID event, final List<String> from, final EventState to) {
    if (events.moveFrom(event, from, to.wire()) > 0) {
      tell(event, to, Map.of());
    }
  }

  private void tell(final UUID event, final EventState what, final Map<String, String> facts) {
    listeners.forEach(listener -> listener.became(event, what, facts));
  }
}
