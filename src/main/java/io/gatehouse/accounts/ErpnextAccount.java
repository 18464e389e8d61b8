package io.gatehouse.accounts;

import io.gatehouse.base.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How an organization's ERPNext site is reached and how its webhooks are proved.
 *
 * @param site with the credentials to post there; empty in sandbox
 * @param webhookSecrets accepted for signatures, the newest first
 */
public record ErpnextAccount(Optional<Site> site, List<Secret> webhookSecrets) {

  /** A site and the key of the user the gateway posts as. */
  public record Site(URI url, Secret apiKey, Secret apiSecret) {}

  /** Whether posts only go into the sandbox's table, because there are no credentials. */
  public boolean sandbox() {
    return site.isEmpty();
  }
}
