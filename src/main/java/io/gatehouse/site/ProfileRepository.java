package io.gatehouse.site;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of sites. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProfileRepository extends GenericRepository<ProfileRepository.SiteProfile, String> {

  /**
   * A site as a whole.
   *
   * @param timeZone IANA's name, null while the site has not told it
   * @param gatewayUser whose key we have there, in lower case; null while it is not known
   */
  @MappedEntity("site_profile")
  record SiteProfile(
      @Id String organizationId,
      @Nullable String timeZone,
      @Nullable String gatewayUser,
      Instant readAt) {}

  @Query(
      """
      select organization_id, time_zone, gateway_user, read_at from site_profile
      where organization_id = :organization
      """)
  Optional<SiteProfile> of(String organization);

  /** What the site did not tell this time stays as it was. */
  @Query(
      """
      insert into site_profile as known (organization_id, time_zone, gateway_user, read_at)
      values (:organization, :zone, :user, :at)
      on conflict (organization_id) do update
        set time_zone = coalesce(excluded.time_zone, known.time_zone),
          gateway_user = coalesce(excluded.gateway_user, known.gateway_user),
          read_at = excluded.read_at
      """)
  void put(String organization, @Nullable String zone, @Nullable String user, Instant at);
}
