package io.gatehouse.administration;

import io.gatehouse.accounts.ErpnextAccount;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An organization's accounts with the providers; what they hold is never told again. */
@Controller("/api/organizations/{id}/accounts")
@Secured({Caller.OPERATOR, Caller.OWNER})
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {

  private final ProviderAccounts accounts;

  AccountController(final ProviderAccounts accounts) {
    this.accounts = accounts;
  }

  @Get
  Shown show(final Caller caller, final String id) {
    final OrganizationId organization = Reach.within(caller, id);
    return new Shown(
        Twilio.of(accounts.twilio(organization), null),
        Erpnext.of(accounts.erpnext(organization), null));
  }

  @Put("/twilio")
  Twilio changeTwilio(final Caller caller, final String id, @Body final JsonNode account) {
    final OrganizationId organization = Reach.within(caller, id);
    final Optional<Secret> made = accounts.changeTwilio(caller, organization, account);
    return Twilio.of(accounts.twilio(organization), made.map(Secret::reveal).orElse(null));
  }

  @Put("/erpnext")
  Erpnext changeErpnext(final Caller caller, final String id, @Body final JsonNode account) {
    final OrganizationId organization = Reach.within(caller, id);
    final Optional<Secret> made = accounts.changeErpnext(caller, organization, account);
    return Erpnext.of(accounts.erpnext(organization), made.map(Secret::reveal).orElse(null));
  }

  @Serdeable
  record Shown(Twilio twilio, Erpnext erpnext) {}

  /**
   * @param accountSid but for its last four characters hidden
   * @param authTokens how many are set
   * @param newAuthToken told once, when one was made
   */
  @Serdeable
  record Twilio(
      boolean sandbox,
      @Nullable String accountSid,
      int authTokens,
      String apiUrl,
      @Nullable String newAuthToken) {

    static Twilio of(final TwilioAccount account, final @Nullable String made) {
      return new Twilio(
          account.sandbox(),
          account.sid().map(sid -> "AC..." + sid.substring(sid.length() - 4)).orElse(null),
          account.tokens().size(),
          account.api().toString(),
          made);
    }
  }

  /**
   * @param apiKey whether it is set, the secret with it
   * @param webhookSecrets how many are set
   * @param newWebhookSecret told once, when one was made
   */
  @Serdeable
  record Erpnext(
      boolean sandbox,
      @Nullable String url,
      boolean apiKey,
      int webhookSecrets,
      @Nullable String newWebhookSecret) {

    static Erpnext of(final ErpnextAccount account, final @Nullable String made) {
      return new Erpnext(
          account.sandbox(),
          account.site().map(site -> site.url().toString()).orElse(null),
          account.site().isPresent(),
          account.webhookSecrets().size(),
          made);
    }
  }
}
