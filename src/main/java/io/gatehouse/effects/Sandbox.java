package io.gatehouse.effects;

import io.gatehouse.base.OrganizationId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where effects go while their provider has no credentials: into a table to look at. */
@Singleton
public final class Sandbox {

  private final SandboxRepository sandboxed;
  private final Clock clock;

  Sandbox(final SandboxRepository sandboxed, final Clock clock) {
    this.sandboxed = sandboxed;
    this.clock = clock;
  }

  /**
   * Notes what would have been sent. The same effect twice is noted once.
   *
   * @param request as the provider would get it
   */
  public Outcome.Done record(final Effect effect, final Map<String, Object> request) {
    sandboxed.add(effect.id(), request, clock.instant());
    return new Outcome.Done("SANDBOX-" + effect.reference().value());
  }

  List<Sandboxed> list(
      final OrganizationId organization,
      final long after,
      final int limit,
      @Nullable final UUID event) {
    return sandboxed.list(organization.value(), after, limit, event);
  }

  /** An effect as it would have been sent. */
  @Serdeable
  @MappedEntity("sandbox_effect")
  record Sandboxed(
      @Id UUID effectId,
      long number,
      String lane,
      String kind,
      @Nullable UUID conversationId,
      @Nullable UUID eventId,
      String reference,
      @TypeDef(type = DataType.JSON) Map<String, Object> request,
      Instant doneAt) {}

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface SandboxRepository extends GenericRepository<Sandboxed, UUID> {

    @Query(
        """
        insert into sandbox_effect (effect_id, number, organization_id, lane, kind,
            conversation_id, event_id, reference, request, done_at)
        select id, number, organization_id, lane, kind, conversation_id, event_id, reference,
            CAST(:request AS jsonb), :now
        from effect where id = :id
        on conflict (effect_id) do nothing
        """)
    void add(UUID id, @TypeDef(type = DataType.JSON) Map<String, Object> request, Instant now);

    @Query(
        """
        select * from sandbox_effect
        where organization_id = :organization and number > :after
          and (CAST(:event AS uuid) is null or event_id = CAST(:event AS uuid))
        order by number limit :limit
        """)
    List<Sandboxed> list(String organization, long after, int limit, @Nullable UUID event);
  }
}
