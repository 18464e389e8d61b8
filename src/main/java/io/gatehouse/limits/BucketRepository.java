package io.gatehouse.limits;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Buckets as all instances see them. */
@Singleton
class BucketRepository {

  /** Makes the row or waits for it, in one round trip; an expired one is like a new one. */
  private static final String LOCK =
      """
      insert into rate_limit_bucket as b (id, expires_at) values (?, ?)
      on conflict (id) do update set id = excluded.id
      returning case when b.expires_at > ? then b.state end
      """;

  private static final String SAVE =
      "update rate_limit_bucket set state = ?, expires_at = ? where id = ?";

  /** Leaves alone what somebody holds: to wait for it could be to wait for each other. */
  private static final String PURGE =
      """
      delete from rate_limit_bucket where id in (
        select id from rate_limit_bucket where expires_at <= ? for update skip locked)
      """;

  private final JdbcOperations database;

  BucketRepository(final JdbcOperations database) {
    this.database = database;
  }

  /**
   * Holds the bucket until the running transaction ends.
   *
   * @return null where it is full
   */
  @Transactional
  byte @Nullable [] lock(final String id, final Instant now) {
    return database.prepareStatement(
        LOCK,
        lock -> {
          lock.setString(1, id);
          lock.setObject(2, utc(now));
          lock.setObject(3, utc(now));
          try (ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBytes(1);
          }
        });
  }

  /**
   * @param expiresAt when it is full again, and need not be kept
   */
  @Transactional
  void save(final String id, final byte[] state, final Instant expiresAt) {
    database.prepareStatement(
        SAVE,
        save -> {
          save.setBytes(1, state);
          save.setObject(2, utc(expiresAt));
          save.setString(3, id);
          return save.executeUpdate();
        });
  }

  @Transactional
  int purge(final Instant now) {
    return database.prepareStatement(
        PURGE,
        purge -> {
          purge.setObject(1, utc(now));
          return purge.executeUpdate();
        });
  }

  private static OffsetDateTime utc(final Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
