package io.gatehouse.events;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recorded messages, read. */
@Singleton
public class Events {

  private final EventRepository events;
  private final AttemptRepository attempts;

  Events(final EventRepository events, final AttemptRepository attempts) {
    this.events = events;
    this.attempts = attempts;
  }

  public Optional<MessageEvent> find(final OrganizationId organization, final UUID event) {
    return events.whole(organization.value(), event).map(StoredEvent::toEvent);
  }

  /** The event a provider knows by a name of its own. */
  public Optional<MessageEvent> named(
      final OrganizationId organization, final String source, final String key) {
    return events.named(organization.value(), source, key).map(StoredEvent::toEvent);
  }

  /**
   * What a list is narrowed to; null and "" let all pass.
   *
   * @param conversation the name its provider gives it
   * @param before an event's id: only older ones
   */
  public record Narrowed(
      String conversation,
      @Nullable String state,
      @Nullable String decision,
      @Nullable String channel,
      @Nullable UUID before) {}

  /** Newest first. */
  public List<MessageEvent> newest(
      final OrganizationId organization, final Narrowed to, final int most) {
    final List<StoredEvent> rows =
        to.conversation().isEmpty()
            ? events.newest(
                organization.value(), to.before(), to.state(), to.decision(), to.channel(), most)
            : events.newestOf(
                to.conversation(),
                organization.value(),
                to.before(),
                to.state(),
                to.decision(),
                to.channel(),
                most);
    return rows.stream().map(StoredEvent::toEvent).toList();
  }

  public Optional<Attempt> attempt(final UUID event) {
    return attempts.of(event);
  }
}
