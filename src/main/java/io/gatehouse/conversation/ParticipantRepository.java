package io.gatehouse.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ParticipantRepository extends GenericRepository<ParticipantRow, UUID> {

  @Query(
      """
      select id, organization_id, role, name, email, phone, language, external_id, created_at
      from participant
      where organization_id = :organization and role = :role
        and (email = :email or phone = :phone or external_id = :externalId)
      order by created_at
      """)
  List<ParticipantRow> matching(
      String organization,
      String role,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String externalId);

  /** The parts that somebody plays in whichever conversations. */
  @Query(
      """
      select role from participant
      where organization_id = :organization and external_id = :externalId
      """)
  List<String> roles(String organization, String externalId);

  /** Does nothing when somebody with that address was added meanwhile. */
  @Query(
      """
      insert into participant
        (id, organization_id, role, name, email, phone, language, external_id, created_at)
      values (:id, :organization, :role, :name, :email, :phone, :language, :externalId, :at)
      on conflict do nothing
      """)
  void add(
      UUID id,
      String organization,
      String role,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language,
      @Nullable String externalId,
      Instant at);

  /** What is told replaces what was known; what is not told stays. */
  @Query(
      """
      update participant set name = coalesce(:name, name), email = coalesce(:email, email),
        phone = coalesce(:phone, phone), language = coalesce(:language, language),
        external_id = coalesce(:externalId, external_id)
      where id = :id
      """)
  void tell(
      UUID id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language,
      @Nullable String externalId);

  /** Messages go on referring to the row; nobody is found by it any more. */
  @Query("update participant set external_id = null where id = :id")
  void retire(UUID id);
}
