package io.gatehouse.organization;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tenants of this installation. */
@Singleton
public class Organizations {

  /**
   * A tenant.
   *
   * @param standing active, flagged or suspended (S2.1)
   * @param suspendedUntil null where no suspension stands, or one without an end
   */
  @Serdeable
  public record Organization(
      String id,
      String name,
      String standing,
      Instant standingSince,
      @Nullable Instant suspendedUntil,
      Instant createdAt) {}

  private final OrganizationRepository organizations;
  private final AuditLog audit;
  private final Clock clock;

  Organizations(
      final OrganizationRepository organizations, final AuditLog audit, final Clock clock) {
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds an organization inside the running transaction.
   *
   * @throws Problem 409 when there is one of this id
   */
  public Organization add(final Caller by, final OrganizationId id, final String name) {
    if (organizations.add(id.value(), name, clock.instant()) == 0) {
      throw Problem.conflict("organization_exists", "There is an organization with this id.");
    }
    audit.record(id, by.name(), "organization.created", id.value(), null, Map.of("name", name));
    return find(id);
  }

  /**
   * @throws Problem 404 when there is no such organization
   */
  public Organization find(final OrganizationId id) {
    return organizations.byId(id.value()).orElseThrow(() -> unknown(id));
  }

  /** In the order of their ids, those behind one of them. */
  public List<Organization> after(final String id, final int most) {
    return organizations.after(id, most);
  }

  /** The answer about an organization that is not there, or not for the caller to know of. */
  public static Problem unknown(final OrganizationId id) {
    return Problem.notFound("organization_unknown", "There is no organization " + id + ".");
  }
}
