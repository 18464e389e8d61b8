package io.gatehouse.catchup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far lists are compared, and what need not be fetched again. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WatermarkRepository extends GenericRepository<WatermarkRepository.Mark, String> {

  @Query(
      "select * from site_watermark where organization_id = :organization and doctype = :doctype")
  Optional<Mark> find(String organization, String doctype);

  @Query("select * from site_watermark where organization_id = :organization order by doctype")
  List<Mark> all(String organization);

  /** Moves the mark on, never back: two processes may look at once. Both texts are ASCII. */
  @Query(
      """
      insert into site_watermark as w (organization_id, doctype, upto, checked_at)
      values (:organization, :doctype, :upto, :at)
      on conflict (organization_id, doctype) do update set checked_at = excluded.checked_at,
        upto = case when excluded.upto collate "C" > w.upto collate "C"
            then excluded.upto else w.upto end
      """)
  int advance(String organization, String doctype, String upto, Instant at);

  /** The newest document was reached. */
  @Query(
      """
      update site_watermark set checked_at = :at, whole_at = :at,
          deep_at = case when :deep then CAST(:at AS timestamptz) else deep_at end
      where organization_id = :organization and doctype = :doctype
      """)
  int whole(String organization, String doctype, Instant at, boolean deep);

  @Query(
      """
      update site_watermark set found_total = found_total + :found, found_at = :at
      where organization_id = :organization and doctype = :doctype
      """)
  int found(String organization, String doctype, long found, Instant at);

  /** Those that need not be fetched: taken in, none of ours, or given up. */
  @Query(
      """
      select name from site_seen
      where organization_id = :organization and doctype = :doctype and name in (:names)
        and (failures = 0 or failures >= :most)
      """)
  List<String> seen(String organization, String doctype, List<String> names, int most);

  /**
   * @return 1 for whoever is the first to say so, else 0
   */
  @Query(
      """
      insert into site_seen as s (organization_id, doctype, name, seen_at)
      values (:organization, :doctype, :name, :at)
      on conflict (organization_id, doctype, name) do update set failures = 0
        where s.failures > 0
      """)
  int see(String organization, String doctype, String name, Instant at);

  /** Taking it in failed once more. */
  @Query(
      """
      insert into site_seen as s (organization_id, doctype, name, seen_at, failures)
      values (:organization, :doctype, :name, :at, 1)
      on conflict (organization_id, doctype, name) do update set failures = s.failures + 1
        where s.failures > 0
      """)
  int fail(String organization, String doctype, String name, Instant at);

  @Query("delete from site_seen where seen_at < :before")
  long forget(Instant before);

  /** How far one list is compared. */
  @MappedEntity("site_watermark")
  record Mark(
      @Id String doctype,
      String upto,
      Instant checkedAt,
      @Nullable Instant wholeAt,
      @Nullable Instant deepAt,
      long foundTotal,
      @Nullable Instant foundAt) {}
}
