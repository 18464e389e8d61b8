package io.gatehouse.organization;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.organization.SettingsBook.Version;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;

/** The versions of the settings documents as they are stored. */
@Singleton
class SettingsChanges {

  private final SettingsRepository versions;
  private final AuditLog audit;
  private final JsonMapper json;
  private final Clock clock;

  SettingsChanges(
      final SettingsRepository versions,
      final AuditLog audit,
      final JsonMapper json,
      final Clock clock) {
    this.versions = versions;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @throws Problem 404 when there is no such organization
   */
  Version current(final OrganizationId organization) {
    return versions
        .current(organization.value())
        .map(this::version)
        .orElseThrow(() -> Organizations.unknown(organization));
  }

  /**
   * @throws Problem 412 when another version came first
   */
  @Transactional
  void add(final Caller by, final int version, final JsonNode document) {
    final OrganizationId organization = by.organization();
    if (versions.add(organization.value(), version, text(document), by.name(), clock.instant())
        == 0) {
      throw new Problem(
              412, "settings_changed", "The settings were changed meanwhile; read them again.")
          .with("version", current(organization).version());
    }
    audit.record(
        organization,
        by.name(),
        "settings.changed",
        "settings",
        null,
        Map.of("version", String.valueOf(version)));
  }

  Page<Version> before(final OrganizationId organization, final int version, final int limit) {
    final var rows = versions.before(organization.value(), version, limit + 1);
    return Page.of(rows.stream().map(this::version).toList(), limit, Version::version);
  }

  private Version version(final SettingsRepository.Row row) {
    try {
      final JsonNode document = json.readValue(row.document(), JsonNode.class);
      return new Version(row.version(), document, row.changedBy(), row.changedAt());
    } catch (final IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private String text(final JsonNode document) {
    try {
      return json.writeValueAsString(document);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
