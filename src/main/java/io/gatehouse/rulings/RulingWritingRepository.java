package io.gatehouse.rulings;

import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Adds decisions on the connection of the running transaction. */
@Singleton
class RulingWritingRepository {

  /**
   * Adds any number, each of another source, in one round trip, and queues what a person should
   * see. What somebody said of the same text stands over a program's further opinion, but not over
   * a user's report.
   */
  private static final String ADD =
      """
      with given as (
        select * from jsonb_to_recordset(CAST(? AS jsonb)) as r(id uuid,
          organization_id text, source_kind text, source_id text, event_id uuid, classifier text,
          scores jsonb, decision text, confidence double precision, help boolean, reasons jsonb,
          fingerprint text, url text, decided_at timestamptz, categories text[])
      ), kept as (
        insert into content_moderation_decision (id, organization_id, source_kind, source_id,
          event_id, classifier, scores, decision, confidence, help, reasons, fingerprint, url,
          decided_at, settled_by)
        select g.id, g.organization_id, g.source_kind, g.source_id, g.event_id, g.classifier,
          g.scores, g.decision, g.confidence, g.help, coalesce(g.reasons, '[]'), g.fingerprint,
          g.url, g.decided_at, word.id
        from given g
        left join lateral (
          select d.id, d.settled_by, d.fingerprint from content_moderation_decision d
          where d.organization_id = g.organization_id and d.source_kind = g.source_kind
            and d.source_id = g.source_id
          order by d.number desc limit 1) last
          on g.classifier <> 'report' and last.fingerprint is not distinct from g.fingerprint
        left join lateral (
          select coalesce((select r.id from content_moderation_review r
            where r.decision_id = last.id order by r.version desc limit 1), last.settled_by) as id
          ) word on true
        returning id, organization_id, source_kind, source_id,
          decision <> 'allow' and settled_by is null as waits
      ), done as (
        delete from content_moderation_queue q using kept k
        where q.organization_id = k.organization_id and q.source_kind = k.source_kind
          and q.source_id = k.source_id and not k.waits
      )
      insert into content_moderation_queue as q (organization_id, source_kind, source_id,
        decision_id, decision, help, categories, risk, since)
      select g.organization_id, g.source_kind, g.source_id, g.id, g.decision, g.help,
        coalesce(g.categories, '{}'), g.confidence, g.decided_at
      from given g join kept k on k.id = g.id and k.waits
      on conflict (organization_id, source_kind, source_id) do update
        set decision_id = excluded.decision_id, decision = excluded.decision,
          help = excluded.help, categories = excluded.categories, risk = excluded.risk
      """;

  private final TransactionOperations<Connection> transactions;
  private final JsonMapper json;

  RulingWritingRepository(
      final TransactionOperations<Connection> transactions, final JsonMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  void add(final List<RulingRow> rows) {
    try (PreparedStatement add = transactions.getConnection().prepareStatement(ADD)) {
      add.setString(1, json.writeValueAsString(rows));
      add.executeUpdate();
    } catch (final SQLException failed) {
      throw new IllegalStateException("the decisions were not recorded", failed);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
