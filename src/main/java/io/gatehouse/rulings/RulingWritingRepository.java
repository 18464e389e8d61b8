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
   * a user's report; and what users complained of waits, whatever a program thinks of it.
   */
  private static final String ADD =
      """
      with given as (
        select * from jsonb_to_recordset(CAST(? AS jsonb)) as r(id uuid,
          organization_id text, source_kind text, source_id text, event_id uuid, classifier text,
          scores jsonb, decision text, confidence double precision, help boolean, reasons jsonb,
          fingerprint text, url text, decided_at timestamptz, categories text[])
      ), judged as (
        select g.*, word.id as settled_by,
          last.id is not null and coalesce(q.reports, 0) > 0 as complained
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
        left join content_moderation_queue q on q.organization_id = g.organization_id
          and q.source_kind = g.source_kind and q.source_id = g.source_id
      ), kept as (
        insert into content_moderation_decision (id, organization_id, source_kind, source_id,
          event_id, classifier, scores, decision, confidence, help, reasons, fingerprint, url,
          decided_at, settled_by)
        select id, organization_id, source_kind, source_id, event_id, classifier, scores, decision,
          confidence, help, coalesce(reasons, '[]'), fingerprint, url, decided_at, settled_by
        from judged
      ), done as (
        delete from content_moderation_queue q using judged j
        where q.organization_id = j.organization_id and q.source_kind = j.source_kind
          and q.source_id = j.source_id
          and (j.settled_by is not null or j.decision = 'allow' and not j.complained)
      )
      insert into content_moderation_queue as q (organization_id, source_kind, source_id,
        decision_id, decision, help, categories, risk, since)
      select organization_id, source_kind, source_id, id, decision, help,
        coalesce(categories, '{}'), confidence, decided_at
      from judged where settled_by is null and (decision <> 'allow' or complained)
      on conflict (organization_id, source_kind, source_id) do update
        set decision_id = excluded.decision_id, decision = excluded.decision,
          help = excluded.help,
          categories = array(select distinct unnest(q.categories || excluded.categories)),
          risk = greatest(q.risk, excluded.risk)
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
