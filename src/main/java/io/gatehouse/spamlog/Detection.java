package io.gatehouse.spamlog;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.spam.Spam;
import io.gatehouse.spam.SpamKind;
import java.time.Duration;
import java.util.Optional;

/**
 * Something found, to be kept.
 *
 * @param organization it speaks of; empty where there is none yet (B32)
 * @param askedBy whose key asked
 * @param subject whose text it is, by a name of the caller's
 * @param original sealed, and forgotten after {@code keep}
 * @param address an IP address in text, without a zone
 */
public record Detection(
    Optional<OrganizationId> organization,
    OrganizationId askedBy,
    Optional<String> subject,
    SpamKind kind,
    String original,
    Spam spam,
    SpamAction action,
    Optional<String> address,
    Duration keep) {}
