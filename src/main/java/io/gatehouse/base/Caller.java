package io.gatehouse.base;

import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, proven by an access key. Controllers take it as an argument.
 *
 * @param organization the only one whose data the caller may see
 * @param name the key's name, which the audit shows as the actor
 * @param roles some of {@link #ROLES}
 */
public record Caller(OrganizationId organization, UUID key, String name, Set<String> roles) {

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

  public static final Set<String> ROLES = Set.of(OPERATOR, OWNER, MODERATOR, AUDITOR, SENDER);

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean is(final String role) {
    return roles.contains(role);
  }
}
