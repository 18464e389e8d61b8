package io.gatehouse.installing;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import io.gatehouse.frappe.FrappeClient;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the site's webhooks are as they were made, where the gateway's user may see them. */
@Singleton
class WebhooksCheck implements Check {

  private static final String NEXT = "gatehouse connect erpnext --apply";

  private final ProviderAccounts accounts;
  private final FrappeClient client;
  private final Environment environment;

  WebhooksCheck(
      final ProviderAccounts accounts, final FrappeClient client, final Environment environment) {
    this.accounts = accounts;
    this.client = client;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "erpnext_webhooks";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Optional<Site> site = accounts.erpnext(organization).site();
    if (site.isEmpty() || !environment.server().publicUrlGiven()) {
      return Finding.skipped("sandbox, or no PUBLIC_URL");
    }
    try {
      final List<String> faults =
          faults(new Desk(client, site.get(), Desk.ADMINISTRATOR), organization);
      return faults.isEmpty()
          ? Finding.fine("all present, enabled and as they should be")
          : new Finding(State.TROUBLE, String.join("; ", faults), NEXT);
    } catch (final SiteRefusal refused) {
      return Finding.skipped("only a System Manager may see webhooks: gatehouse connect erpnext");
    }
  }

  private List<String> faults(final Desk desk, final OrganizationId organization) {
    final List<String> faults = new ArrayList<>();
    final var address = Order.webhook(environment.server(), organization);
    for (final Desired wanted : WebhookChapter.desired(desk, address, Optional.empty())) {
      final Optional<JsonNode> now = wanted.find().apply(desk);
      if (now.isEmpty()) {
        faults.add(wanted.what() + " is missing");
      } else if (!wanted.differences(now.get()).isEmpty()) {
        faults.add(wanted.what() + " differs in " + wanted.differences(now.get()));
      }
    }
    return faults;
  }
}
