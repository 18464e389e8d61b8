package io.gatehouse.base;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, proven by an access key. Controllers take it as an argument.
 *
 * @param organization the only one whose data the caller may see
 * @param name the key's name, which the audit shows as the actor
 * @param roles some of {@link #ROLES}, or {@link #PARTICIPANT} alone
 * @param bound for whom alone the caller may speak; empty where for everybody
 */
public record Caller(
    OrganizationId organization, UUID key, String name, Set<String> roles, Optional<Bound> bound) {

  /** Runs the installation: creates organizations. */
  public static final String OPERATOR = "operator";

  /** Decides for an organization: settings, overrides, keys. */
  public static final String OWNER = "owner";

  /** Works on what was held back. */
  public static final String MODERATOR = "moderator";

  /** Reads everything, changes nothing. */
  public static final String AUDITOR = "auditor";

  /** Sends messages and has them checked; meant for programs. */
  public static final String SENDER = "sender";

  /** Asks about the messages of one person; lent to that person's browser (B46). */
  public static final String PARTICIPANT = "participant";

  /** Those an owner hands out by name. */
  public static final Set<String> ROLES = Set.of(OPERATOR, OWNER, MODERATOR, AUDITOR, SENDER);

  /**
   * One person, by the application's names.
   *
   * @param thread the only conversation, where there is only one
   * @param role the person's part in it, where the application said so
   */
  public record Bound(String user, Optional<String> thread, Optional<Role> role) {}

  public Caller {
    roles = Set.copyOf(roles);
  }

  public Caller(
      final OrganizationId organization,
      final UUID key,
      final String name,
      final Set<String> roles) {
    this(organization, key, name, roles, Optional.empty());
  }

  public boolean is(final String role) {
    return roles.contains(role);
  }
}
