package io.gatehouse.accounts;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Secret;
import io.gatehouse.json.Part;
import io.gatehouse.organization.Recent;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Each organization's accounts with the providers; {@code default}'s come from the environment. */
@Singleton
public class ProviderAccounts {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 24;

  private final Accounts ofDefault;
  private final AccountChanges stored;
  private final Recent<Accounts> recent;

  ProviderAccounts(final Environment environment, final AccountChanges stored, final Clock clock) {
    this.stored = stored;
    this.ofDefault = of(environment);
    this.recent = new Recent<>(clock, stored::read);
  }

  /** An organization's accounts. */
  record Accounts(TwilioAccount twilio, ErpnextAccount erpnext) {}

  /**
   * Cached, so that asking costs no round trip; a change made by another instance of Gatehouse is
   * seen within 5 seconds.
   *
   * @throws Problem 404 when there is no such organization
   */
  public TwilioAccount twilio(final OrganizationId organization) {
    return accounts(organization).twilio();
  }

  /**
   * Cached like {@link #twilio}.
   *
   * @throws Problem 404 when there is no such organization
   */
  public ErpnextAccount erpnext(final OrganizationId organization) {
    return accounts(organization).erpnext();
  }

  private Accounts accounts(final OrganizationId organization) {
    return organization.equals(OrganizationId.DEFAULT) ? ofDefault : recent.get(organization);
  }

  /**
   * Replaces the account. In sandbox its token is kept, or made where there is none, so that
   * signatures are checked all the same.
   *
   * @return the token that was made; it is told this once
   * @throws Problem 400 with every fault; 409 for {@code default}; 404 when there is no such
   *     organization
   */
  public Optional<Secret> changeTwilio(
      final Caller by, final OrganizationId organization, final JsonNode document) {
    final Part part = Part.whole(document);
    final TwilioAccount given = AccountReader.twilio(part);
    Part.demandNone(part.violations());
    final TwilioAccount before = storedFor(organization).twilio();
    final Tokens tokens =
        tokens(given.tokens(), before.sandbox() ? before.tokens() : List.<Secret>of());
    stored.put(
        by,
        organization,
        new TwilioAccount(given.sid(), tokens.all(), given.api(), given.messagingService()));
    recent.forget(organization);
    return tokens.made();
  }

  /**
   * Replaces the account; the webhook's secret is kept where none is given, or made.
   *
   * @return the secret that was made; it is told this once
   * @throws Problem as {@link #changeTwilio}
   */
  public Optional<Secret> changeErpnext(
      final Caller by, final OrganizationId organization, final JsonNode document) {
    final Part part = Part.whole(document);
    final ErpnextAccount given = AccountReader.erpnext(part);
    Part.demandNone(part.violations());
    final ErpnextAccount before = storedFor(organization).erpnext();
    final Tokens secrets = tokens(given.webhookSecrets(), before.webhookSecrets());
    stored.put(by, organization, new ErpnextAccount(given.site(), secrets.all()));
    recent.forget(organization);
    return secrets.made();
  }

  /** Read anew: what is kept must not be what another instance has replaced. */
  private Accounts storedFor(final OrganizationId organization) {
    if (organization.equals(OrganizationId.DEFAULT)) {
      throw Problem.conflict(
          "configured_by_environment",
          "The accounts of default are configured by the environment variables TWILIO_… and"
              + " ERPNEXT_…; change them there and start again.");
    }
    return stored.read(organization);
  }

  private record Tokens(List<Secret> all, Optional<Secret> made) {}

  private static Tokens tokens(final List<Secret> given, final List<Secret> kept) {
    final List<Secret> known = given.isEmpty() ? kept : given;
    if (!known.isEmpty()) {
      return new Tokens(known, Optional.empty());
    }
    final byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    final Secret made = new Secret(HexFormat.of().formatHex(bytes));
    return new Tokens(List.of(made), Optional.of(made));
  }

  void forget() {
    recent.forgetAll();
  }

  private static Accounts of(final Environment environment) {
    final var secrets = environment.secrets();
    final Optional<Environment.Twilio> twilio = environment.twilio();
    return new Accounts(
        new TwilioAccount(
            twilio.map(Environment.Twilio::accountSid),
            secrets.twilioTokens(),
            twilio.flatMap(Environment.Twilio::apiUrl).orElse(AccountReader.TWILIO),
            twilio.flatMap(Environment.Twilio::messagingServiceSid)),
        new ErpnextAccount(
            environment
                .erpnext()
                .map(site -> new ErpnextAccount.Site(site.url(), site.apiKey(), site.apiSecret())),
            List.of(secrets.erpnextWebhook())));
  }
}
