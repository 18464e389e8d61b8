package io.gatehouse.checkup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Reply;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether the site knows the gateway's key. */
@Singleton
class KeyCheck implements Check {

  private final ProviderAccounts accounts;
  private final FrappeClient client;

  KeyCheck(final ProviderAccounts accounts, final FrappeClient client) {
    this.accounts = accounts;
    this.client = client;
  }

  @Override
  public String name() {
    return "erpnext_key";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Optional<Site> site = accounts.erpnext(organization).site();
    return site.isEmpty()
        ? Finding.skipped("sandbox")
        : found(client.ask(site.get(), "frappe.auth.get_logged_user"));
  }

  private static Finding found(final Reply reply) {
    return switch (reply) {
      case Reply.Unreached unreached -> Finding.skipped(unreached.cause());
      case Reply.Lost lost -> Finding.skipped(lost.cause());
      case Reply.Answered answered -> found(answered);
    };
  }

  private static Finding found(final Reply.Answered answer) {
    final Optional<String> user =
        answer.message().filter(m -> m.isString()).map(m -> m.getStringValue());
    if (answer.status() == 200 && user.isPresent()) {
      return Finding.fine("the key is " + user.get() + "'s");
    }
    final boolean refused = answer.status() == 401 || answer.status() == 403;
    return new Finding(
        State.TROUBLE,
        "asked who the key belongs to, the site answers " + answer.status(),
        refused
            ? "Check ERPNEXT_API_KEY and ERPNEXT_API_SECRET; gatehouse connect erpnext --new-key"
                + " --apply makes another pair."
            : "See erpnext_reachable.");
  }
}
