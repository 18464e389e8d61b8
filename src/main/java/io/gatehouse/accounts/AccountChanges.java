package io.gatehouse.accounts;

import io.gatehouse.accounts.ProviderAccounts.Accounts;
import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import io.gatehouse.json.Part;
import io.gatehouse.organization.Organizations;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The sealed accounts of every organization but {@code default}. */
@Singleton
class AccountChanges {

  static final String TWILIO = "twilio";
  static final String ERPNEXT = "erpnext";

  private final AccountRepository accounts;
  private final Sealer sealer;
  private final AuditLog audit;
  private final JsonMapper json;
  private final Clock clock;

  AccountChanges(
      final AccountRepository accounts,
      final Sealer sealer,
      final AuditLog audit,
      final JsonMapper json,
      final Clock clock) {
    this.accounts = accounts;
    this.sealer = sealer;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** An account that was never given is a sandbox with which nothing can be signed. */
  Accounts read(final OrganizationId organization) {
    final List<AccountRepository.Row> rows = accounts.of(organization.value());
    if (rows.isEmpty()) {
      throw Organizations.unknown(organization);
    }
    return new Accounts(
        AccountReader.twilio(Part.whole(open(organization, TWILIO, rows))),
        AccountReader.erpnext(Part.whole(open(organization, ERPNEXT, rows))));
  }

  @Transactional
  void put(final Caller by, final OrganizationId organization, final TwilioAccount account) {
    put(by, organization, TWILIO, AccountReader.document(account), account.sandbox());
  }

  @Transactional
  void put(final Caller by, final OrganizationId organization, final ErpnextAccount account) {
    put(by, organization, ERPNEXT, AccountReader.document(account), account.sandbox());
  }

  private void put(
      final Caller by,
      final OrganizationId organization,
      final String provider,
      final Map<String, Object> document,
      final boolean sandbox) {
    final byte[] locked = sealer.seal(organization, provider, new Secret(text(document)));
    accounts.put(organization.value(), provider, locked, clock.instant());
    audit.record(
        organization,
        by.name(),
        "account.changed",
        provider,
        null,
        Map.of("sandbox", String.valueOf(sandbox)));
  }

  private JsonNode open(
      final OrganizationId organization,
      final String provider,
      final List<AccountRepository.Row> rows) {
    return rows.stream()
        .filter(row -> provider.equals(row.provider()))
        .map(row -> node(sealer.open(organization, provider, row.sealed())))
        .findFirst()
        .orElseGet(() -> JsonNode.createObjectNode(Map.of()));
  }

  private JsonNode node(final Secret document) {
    try {
      return json.readValue(document.reveal().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    } catch (final IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private String text(final Map<String, Object> document) {
    try {
      return json.writeValueAsString(document);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
