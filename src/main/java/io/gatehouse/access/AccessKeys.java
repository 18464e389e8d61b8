package io.gatehouse.access;

import io.gatehouse.access.SuspendedKeys.Suspension;
import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.base.Secret;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Issues, recognises and revokes keys. */
@Singleton
class AccessKeys {

  private final KeyRepository keys;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  AccessKeys(final KeyRepository keys, final AuditLog audit, final Ids ids, final Clock clock) {
    this.keys = keys;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Whose key it is, and what stands in its way.
   *
   * @param suspension of the organization; operators lift those, so theirs is never in the way
   */
  record Proof(Caller caller, Optional<Suspension> suspension) {}

  /** Finds whose key it is; a revoked or expired one is nobody's. */
  Optional<Proof> recognise(final String key) {
    final Instant now = clock.instant();
    return keys.byHash(KeyText.hash(key)).filter(row -> row.inUse(now)).map(row -> proof(row, now));
  }

  /**
   * @throws Problem 403 when the caller would hand out more than an owner may
   */
  @Transactional
  IssuedKey issue(final Caller by, final String name, final Set<String> roles) {
    if (roles.contains(Caller.OPERATOR) && !by.is(Caller.OPERATOR)) {
      throw Problem.forbidden("operator_role", "Only an operator may hand out the role operator.");
    }
    final Secret key = KeyText.fresh();
    final UUID id = add(by.organization(), by.name(), name, roles, key);
    return new IssuedKey(id, name, new TreeSet<>(roles), key.reveal());
  }

  UUID add(
      final OrganizationId organization,
      final String actor,
      final String name,
      final Set<String> roles,
      final Secret key) {
    final UUID id = ids.next();
    final String joined = String.join(",", new TreeSet<>(roles));
    keys.add(id, organization.value(), name, KeyText.hash(key.reveal()), joined, clock.instant());
    audit.record(
        organization,
        actor,
        "key.issued",
        id.toString(),
        null,
        Map.of("name", name, "roles", joined));
    return id;
  }

  List<KeyRepository.Row> of(final OrganizationId organization) {
    return keys.of(organization.value());
  }

  /**
   * @throws Problem 404 when the organization has no such key, or it was revoked before
   */
  @Transactional
  void revoke(final OrganizationId organization, final String actor, final UUID id) {
    if (keys.revoke(id, organization.value(), clock.instant()) == 0) {
      throw Problem.notFound("key_unknown", "There is no key in use with this id.");
    }
    audit.record(organization, actor, "key.revoked", id.toString(), null, Map.of());
  }

  private static Proof proof(final KeyRepository.Row row, final Instant now) {
    final Caller caller = caller(row);
    return new Proof(
        caller,
        row.mayOnlyRead(now) && !caller.is(Caller.OPERATOR)
            ? Optional.of(new Suspension(Optional.ofNullable(row.suspendedUntil())))
            : Optional.empty());
  }

  private static Caller caller(final KeyRepository.Row row) {
    return new Caller(
        new OrganizationId(row.organizationId()),
        row.id(),
        row.name(),
        Set.of(row.roles().split(",")),
        Optional.ofNullable(row.boundUser())
            .map(
                user ->
                    new Caller.Bound(
                        user,
                        Optional.ofNullable(row.boundThread()),
                        Optional.ofNullable(row.boundRole()).flatMap(Role::of))));
  }
}
