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
      select id, organization_id, role, name, email, phone, language, created_at from participant
      where organization_id = :organization and role = :role
        and (email = :email or phone = :phone)
      order by created_at
      """)
  List<ParticipantRow> matching(
      String organization, String role, @Nullable String email, @Nullable String phone);

  /** Does nothing when somebody with that address was added meanwhile. */
  @Query(
      """
      insert into participant (id, organization_id, role, name, email, phone, language, created_at)
      values (:id, :organization, :role, :name, :email, :phone, :language, :at)
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
      Instant at);

  /** What is told replaces what was known; what is not told stays. */
  @Query(
      """
      update participant set name = coalesce(:name, name), email = coalesce(:email, email),
        phone = coalesce(:phone, phone), language = coalesce(:language, language)
      where id = :id
      """)
  void tell(
      UUID id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language);
}
