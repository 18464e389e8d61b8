package io.gatehouse.telling;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Windows and what waits in them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TellingRepository extends GenericRepository<TellingRepository.Item, UUID> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("telling_item")
  record Item(@Id UUID noticeId) {}

  /** When a window was last told of. */
  @Introspected
  record Told(@Nullable Instant at) {}

  /**
   * The open windows of an occasion, as {@link Window#key}. They stay open until the transaction
   * ends: whoever would begin to tell waits for what is being posted now.
   */
  @Query(
      """
      select way || ' ' || address from telling
      where organization_id = :organization and occasion = :occasion and open
      order by way, address for share
      """)
  List<String> open(String organization, String occasion);

  /** Opens a window and holds it; 0 when somebody else just did. */
  @Query(
      """
      insert into telling as t (organization_id, occasion, way, address, open)
      values (:organization, :occasion, :way, :address, true)
      on conflict (organization_id, occasion, way, address) do update set open = true
        where not t.open
      """)
  int openNow(String organization, String occasion, String way, String address);

  @Query(
      """
      insert into telling_item (organization_id, occasion, way, address, notice_id)
      select :organization, :occasion, :way, :address, CAST(n AS uuid) from unnest(:notices) as n
      """)
  int add(
      String organization,
      String occasion,
      String way,
      String address,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> notices);

  /** Holds a window until the transaction ends, once nobody posts into it any more. */
  @Query(
      """
      select told_at as at from telling
      where organization_id = :organization and occasion = :occasion and way = :way
        and address = :address
      for update
      """)
  Optional<Told> hold(String organization, String occasion, String way, String address);

  /** Takes on what waits in a window. */
  @Query(
      """
      update telling_item set effect_id = :effect
      where organization_id = :organization and occasion = :occasion and way = :way
        and address = :address and effect_id is null
      """)
  int take(UUID effect, String organization, String occasion, String way, String address);

  @Query("select exists (select 1 from telling_item where effect_id = :effect)")
  boolean hasTaken(UUID effect);

  /** How many of those an effect has taken on nobody has read. */
  @Query(
      """
      select count(*) from telling_item i join notice n on n.id = i.notice_id
      where i.effect_id = :effect and n.read_at is null
      """)
  int unread(UUID effect);

  /** The newest of them. */
  @Query(
      """
      select n.id from telling_item i join notice n on n.id = i.notice_id
      where i.effect_id = :effect and n.read_at is null order by n.id desc limit :most
      """)
  List<UUID> newest(UUID effect, int most);

  @Query(
      """
      update telling set open = false, told_at = :at
      where organization_id = :organization and occasion = :occasion and way = :way
        and address = :address
      """)
  int close(String organization, String occasion, String way, String address, Instant at);

  @Query("delete from telling_item where effect_id = :effect")
  int forget(UUID effect);

  /** Closes the window of an effect that never began. */
  @Query(
      """
      update telling set open = false
      where organization_id = :organization and occasion = :occasion and way = :way
        and address = :address
      """)
  int shut(String organization, String occasion, String way, String address);

  /** Forgets what nobody has taken on. */
  @Query(
      """
      delete from telling_item
      where organization_id = :organization and occasion = :occasion and way = :way
        and address = :address and effect_id is null
      """)
  int giveUp(String organization, String occasion, String way, String address);
}
