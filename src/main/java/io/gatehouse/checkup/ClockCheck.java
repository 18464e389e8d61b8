package io.gatehouse.checkup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Whether the site's clock and ours agree: what webhooks lost is looked for by its times. */
@Singleton
class ClockCheck implements Check {

  /** Well under what the search for lost messages looks back over, and above a slow answer. */
  private static final Duration MOST = Duration.ofSeconds(60);

  private final ProviderAccounts accounts;
  private final SitePing site;

  ClockCheck(final ProviderAccounts accounts, final SitePing site) {
    this.accounts = accounts;
    this.site = site;
  }

  @Override
  public String name() {
    return "erpnext_clock";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Optional<Site> account = accounts.erpnext(organization).site();
    if (account.isEmpty()) {
      return Finding.skipped("sandbox");
    }
    try {
      return site.ping(account.get().url())
          .ahead()
          .map(ClockCheck::found)
          .orElseGet(() -> Finding.skipped("the site's answer has no readable Date"));
    } catch (final IOException away) {
      return Finding.skipped("the site does not answer");
    }
  }

  private static Finding found(final Duration ahead) {
    final String detail =
        "the site's clock is %d s %s"
            .formatted(Math.abs(ahead.toSeconds()), ahead.isNegative() ? "behind" : "ahead");
    return ahead.abs().compareTo(MOST) <= 0
        ? Finding.fine(detail)
        : new Finding(State.TROUBLE, detail, "Let NTP set the clocks of both machines.");
  }
}
