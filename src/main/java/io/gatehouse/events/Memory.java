package io.gatehouse.events;

import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.message.MessageEvent;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** How many old texts are proof of what a reply quotes. */
  private static final int OLD_TEXTS = 20;

  /**
   * An earlier message.
   *
   * @param shown whether both sides can have read it as it was written
   */
  @Introspected
  public record Entry(UUID id, String senderRole, String format, String text, boolean shown) {

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

  /** Oldest first; empty for a message that belongs to no conversation. */
  @Transactional
  public List<Entry> of(final @Nullable Conversation conversation) {
    return conversation == null
        ? List.of()
        : events.before(conversation.id(), clock.instant().minus(REACH), MESSAGES).reversed();
  }

  /**
   * Texts of the conversation, however old, in which something was found and which both sides have
   * read: a mail drags them along for weeks. A text that was purged proves nothing any more.
   */
  @Transactional
  public List<Entry> found(final Conversation conversation) {
    return events.found(conversation.id(), OLD_TEXTS);
  }

  /** What had been said when a recorded message came; oldest first. */
  @Transactional
  public List<Entry> before(final MessageEvent event) {
    return event.conversation() == null
        ? List.of()
        : events
            .beforeEvent(
                event.conversation(), event.id(), event.receivedAt().minus(REACH), MESSAGES)
            .reversed();
  }
}
