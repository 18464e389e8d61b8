package io.gatehouse.tenancy;

import io.gatehouse.tenancy.Attention.Row;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What was logged of organizations and done to them; only read here. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttentionRepository extends GenericRepository<Row, String> {

  /**
   * Detections that were not let through unseen, since then and since the organization was last
   * restored: whoever restores it has seen those before.
   */
  @Query(
      """
      select count(*) from spam_log
      where organization_id = :organization and action_taken <> 'allowed'
        and created_at > greatest(CAST(:since AS timestamptz),
          (select max(m.created_at) from organization_moderation m
           where m.organization_id = :organization and m.action = 'restored'))
      """)
  long violations(String organization, Instant since);

  /**
   * Organizations that want looking at, each once, in the order of their ids: the last thing done
   * to one is that with the largest number, of which there is one (B34).
   *
   * @param since when something must have been logged of those that are active
   */
  @Query(
      """
      select o.id, o.name, o.created_at, o.standing, o.standing_since, o.suspended_until,
          m.action as last_action, m.reason as last_reason, m.created_at as last_action_at,
          m.moderator, coalesce(s.detections, 0) as spam_count,
          coalesce(s.high_risk, 0) as high_risk_count,
          (select v.document #>> '{owner,emails,0}' from settings_version v
           where v.organization_id = o.id order by v.version desc limit 1) as owner_email
      from organization o
      left join lateral (
          select d.action, d.reason, d.created_at, d.moderator from organization_moderation d
          where d.organization_id = o.id order by d.id desc limit 1) m on true
      left join lateral (
          select count(*) as detections, count(*) filter (where l.is_high_risk) as high_risk,
              max(l.created_at) as latest
          from spam_log l where l.organization_id = o.id) s on true
      where o.id > :after and (o.standing <> 'active' or s.latest > :since)
      order by o.id limit :most
      """)
  List<Row> attention(String after, Instant since, int most);
}
