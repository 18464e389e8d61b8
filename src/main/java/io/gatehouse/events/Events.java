package io.gatehouse.events;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.message.MessageEvent;
import io.micronaut.transaction.annotation.Transactional;
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
  private final KeyRepository keys;

  Events(final EventRepository events, final AttemptRepository attempts, final KeyRepository keys) {
    this.events = events;
    this.attempts = attempts;
    this.keys = keys;
  }

  @Transactional
  public Optional<MessageEvent> find(final OrganizationId organization, final UUID event) {
    return events.whole(organization.value(), event).map(StoredEvent::toEvent);
  }

  /** The event a provider knows by a name of its own. */
  @Transactional
  public Optional<MessageEvent> named(
      final OrganizationId organization, final String source, final String key) {
    return keys.holder(organization.value(), source, key).flatMap(id -> find(organization, id));
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
  @Transactional
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

  @Transactional
  public Optional<Attempt> attempt(final UUID event) {
    return attempts.of(event);
  }
}
