package io.gatehouse.limits;

import io.gatehouse.base.OrganizationId;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Who wants to do something, as a marketplace tells it. The same names mean somebody else at
 * another organization.
 *
 * @param organization whose key told
 * @param user the marketplace's own name for the person; absent before the sign-up
 */
public record Asker(OrganizationId organization, Optional<String> user, InetAddress address) {}
