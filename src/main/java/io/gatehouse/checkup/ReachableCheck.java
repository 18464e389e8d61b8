package io.gatehouse.checkup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Whether the site answers. It proves its web server; its workers are seen by their webhooks. */
@Singleton
class ReachableCheck implements Check {

  private final ProviderAccounts accounts;
  private final SitePing site;

  ReachableCheck(final ProviderAccounts accounts, final SitePing site) {
    this.accounts = accounts;
    this.site = site;
  }

  @Override
  public String name() {
    return "erpnext_reachable";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Optional<Site> account = accounts.erpnext(organization).site();
    if (account.isEmpty()) {
      return new Finding(
          State.NOTE,
          "sandbox: nothing is posted to ERPNext",
          "gatehouse connect erpnext --site https://… --apply");
    }
    final String url = account.get().url().toString();
    try {
      return found(url, site.ping(account.get().url()));
    } catch (final IOException away) {
      return new Finding(
          State.TROUBLE,
          url + " does not answer: " + away.getClass().getSimpleName(),
          "Check ERPNEXT_URL, the site's name in the DNS, its certificate and the way to it.");
    }
  }

  private static Finding found(final String url, final SitePing.Answer answer) {
    if (answer.pong()) {
      return Finding.fine(url + " answers in " + answer.took().toMillis() + " ms");
    }
    return new Finding(
        State.TROUBLE,
        url + " answers " + answer.status() + " and not as Frappe does",
        answer.status() == 503
            ? "The site is in maintenance, or not running: bench --site … set-maintenance-mode off."
            : "Set ERPNEXT_URL to the site's final address; a proxy's login page may stand before"
                + " it.");
  }
}
