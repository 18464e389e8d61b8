package io.gatehouse.administration;

import io.gatehouse.access.FirstKey;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.organization.Organizations;
import io.gatehouse.organization.Organizations.Organization;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Sets an organization up: with an owner, and with signatures that are checked from the start. */
@Singleton
class NewOrganizations {

  private final Organizations organizations;
  private final ProviderAccounts accounts;
  private final FirstKey firstKey;

  NewOrganizations(
      final Organizations organizations, final ProviderAccounts accounts, final FirstKey firstKey) {
    this.organizations = organizations;
    this.accounts = accounts;
    this.firstKey = firstKey;
  }

  /**
   * @throws io.gatehouse.base.Problem 409 when there is one of this id
   */
  @Transactional
  Opened open(final Caller by, final OrganizationId id, final String name) {
    final Organization organization = organizations.add(by, id, name);
    final JsonNode sandbox = JsonNode.createObjectNode(Map.of());
    return new Opened(
        organization,
        Webhooks.of(id),
        firstKey.of(id, by.name()).reveal(),
        accounts.changeTwilio(by, id, sandbox).map(Secret::reveal).orElseThrow(),
        accounts.changeErpnext(by, id, sandbox).map(Secret::reveal).orElseThrow());
  }

  /**
   * A new organization; its secrets are shown this once.
   *
   * @param twilioAuthToken signs the webhook of its SMS until an account of its own is given
   * @param erpnextWebhookSecret signs ERPNext's webhooks
   */
  @Serdeable
  record Opened(
      Organization organization,
      Webhooks webhooks,
      String ownerKey,
      String twilioAuthToken,
      String erpnextWebhookSecret) {

    @Override
    public String toString() {
      return "Opened[" + organization.id() + "]";
    }
  }
}
