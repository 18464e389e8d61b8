package io.gatehouse.events;

import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.message.MessageEvent;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was said before, so that a leak split over several messages is seen as one. */
@Singleton
public class Memory {

  /** More than a number is ever worth splitting into. */
  private static final int MESSAGES = 12;

  private static final Duration REACH = Duration.ofHours(48);

  private final EventRepository events;
  private final Clock clock;

  Memory(final EventRepository events, final Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  private static final UUID NOWHERE = new UUID(0, 0);

  /** How many old texts are proof of what a reply quotes. */
  private static final int OLD_TEXTS = 20;

  /**
   * An earlier message.
   *
   * @param shown whether both sides can have read it as it was written
   */
  @Introspected
  public record Entry(
      UUID conversationId, UUID id, String senderRole, String format, String text, boolean shown) {

    /** Something said that is not recorded, or not yet; nobody knows who has read it. */
    public static Entry unrecorded(final Utterance said) {
      return new Entry(
          NOWHERE,
          NOWHERE,
          said.sender().wire(),
          said.format().name().toLowerCase(Locale.ROOT),
          said.text(),
          false);
    }

    public Utterance toUtterance() {
      return new Utterance(
          Role.of(senderRole).orElseThrow(), text, Format.valueOf(format.toUpperCase(Locale.ROOT)));
    }
  }

  /** Those of some messages that may be quoted: both sides have read them. */
  public static List<Utterance> shown(final List<Entry> some, final List<Entry> more) {
    return Stream.concat(some.stream(), more.stream())
        .filter(Entry::shown)
        .map(Entry::toUtterance)
        .toList();
  }

  /**
   * What was said in some conversations, in one round trip.
   *
   * @return by conversation, oldest first; nothing for those in which nothing was said
   */
  public Map<UUID, List<Entry>> of(final Collection<UUID> conversations) {
    return conversations.isEmpty()
        ? Map.of()
        : events.before(List.copyOf(conversations), clock.instant().minus(REACH), MESSAGES).stream()
            .collect(Collectors.groupingBy(Entry::conversationId));
  }

  /**
   * Texts of the conversation, however old, in which something was found and which both sides have
   * read: a mail drags them along for weeks. A text that was purged proves nothing any more.
   */
  public List<Entry> found(final Conversation conversation) {
    return events.found(conversation.id(), OLD_TEXTS);
  }

  /** What had been said when a recorded message came; oldest first. */
  public List<Entry> before(final MessageEvent event) {
    return event.conversation() == null
        ? List.of()
        : events
            .beforeEvent(
                event.conversation(), event.id(), event.receivedAt().minus(REACH), MESSAGES)
            .reversed();
  }
}
