package io.gatehouse.audit;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one record of what people and the gateway itself did. */
@Singleton
public final class AuditLog {

  private final AuditRepository entries;
  private final ObjectMapper json;
  private final Clock clock;

  AuditLog(final AuditRepository entries, final ObjectMapper json, final Clock clock) {
    this.entries = entries;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Adds an entry to the running transaction, so that the deed and its record are one; without a
   * transaction it is committed at once.
   *
   * @param actor the name of a key, or the part of the gateway that acted by itself
   * @param action what was done, such as {@code key.issued}
   * @param subject what it was done to
   * @param reason why, in the actor's own words, where one was asked for
   * @param details small facts; never message text or a secret
   */
  public void record(
      final OrganizationId organization,
      final String actor,
      final String action,
      final String subject,
      final @Nullable String reason,
      final Map<String, String> details) {
    entries.add(
        organization.value(), clock.instant(), actor, action, subject, reason, write(details));
  }

  /**
   * Newest first.
   *
   * @param before only entries with smaller numbers
   */
  Page<AuditEntry> page(final OrganizationId organization, final long before, final int limit) {
    final var rows = entries.before(organization.value(), before, limit + 1);
    return Page.of(rows.stream().map(this::entry).toList(), limit, AuditEntry::id);
  }

  private AuditEntry entry(final AuditRepository.Row row) {
    return new AuditEntry(
        row.id(),
        row.at(),
        row.actor(),
        row.action(),
        row.subject(),
        row.reason(),
        read(row.details()));
  }

  private String write(final Map<String, String> details) {
    try {
      return json.writeValueAsString(details);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Map<String, String> read(final String details) {
    try {
      return json.readValue(details, Argument.mapOf(String.class, String.class));
    } catch (final IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
