package io.gatehouse.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links by which files are passed on. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LinkRepository extends GenericRepository<LinkRepository.Row, UUID> {

  @Query(
      """
      insert into media_link (token_hash, item_id, expires_at) values (:hash, :item, :expires)
      """)
  void add(byte[] hash, UUID item, Instant expires);

  /** Counts one use; null when there is no such link, or not any more. */
  @Query(
      """
      update media_link set fetches = fetches + 1
      where token_hash = :hash and expires_at > :now and fetches < :most
      returning item_id, fetches
      """)
  @Nullable Row use(byte[] hash, Instant now, int most);

  @Query("delete from media_link where expires_at < :now")
  int purge(Instant now);

  @MappedEntity("media_link")
  record Row(@Id UUID itemId, int fetches) {}
}
