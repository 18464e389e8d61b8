package io.gatehouse.organization;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Each organization's accounts with the providers; {@code default}'s come from the environment. */
@Singleton
public class ProviderAccounts {

  /**
   * @throws io.gatehouse.base.Problem 404 when there is no such organization
   */
  public TwilioAccount twilio(final OrganizationId organization) {
    return new TwilioAccount(
        Optional.empty(),
        List.of(new Secret("sandbox-twilio-token")),
        URI.create("https://api.twilio.com"));
  }

  /**
   * @throws io.gatehouse.base.Problem 404 when there is no such organization
   */
  public ErpnextAccount erpnext(final OrganizationId organization) {
    return new ErpnextAccount(Optional.empty(), List.of(new Secret("sandbox-erpnext-secret")));
  }
}
