package io.gatehouse.relay;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.RelaySettings;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Tells two machines that answer each other from people (B66). */
@Singleton
public class Loops {

  private final TrafficRepository traffic;
  private final SettingsBook settings;
  private final Clock clock;

  Loops(final TrafficRepository traffic, final SettingsBook settings, final Clock clock) {
    this.traffic = traffic;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Whether one message more would be one too many: because its sender wrote the same a moment ago
   * and again, or because nobody types that fast. A picture alone has no text to repeat. What was
   * held counts as well, so that a loop stays stopped for as long as it goes on.
   */
  @Transactional
  public boolean goesOn(final Conversation conversation, final String sender, final String text) {
    final RelaySettings.Loop limit = settings.current(conversation.organization()).relay().loop();
    final Lately lately =
        traffic.since(conversation.id(), sender, text, clock.instant().minus(limit.window()));
    return lately.messages() >= limit.messages()
        || !text.isBlank() && lately.same() + 1 >= limit.sameText();
  }

  /**
   * Messages of a while.
   *
   * @param same those of the sender with the very same text
   */
  @Introspected
  record Lately(long messages, long same) {}

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface TrafficRepository extends GenericRepository<RouteRepository.Entity, UUID> {

    @Query(
        """
        select count(*) as messages,
          count(*) filter (where e.sender_address = :sender and t.text = :text) as same
        from message_event e join message_text t on t.event_id = e.id
        where e.conversation_id = :conversation and e.received_at > :since
          and e.handling in ('screen', 'hold')
        """)
    Lately since(UUID conversation, String sender, String text, Instant since);
  }
}
