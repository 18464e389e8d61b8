package io.gatehouse.checkup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import io.gatehouse.frappe.PostingUser;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the gateway's user may do what it has to, and nothing else. */
@Singleton
class RolesCheck implements Check {

  private final ProviderAccounts accounts;
  private final PostingUser poster;

  RolesCheck(final ProviderAccounts accounts, final PostingUser poster) {
    this.accounts = accounts;
    this.poster = poster;
  }

  @Override
  public String name() {
    return "erpnext_roles";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Optional<Site> site = accounts.erpnext(organization).site();
    if (site.isEmpty()) {
      return Finding.skipped("sandbox");
    }
    return poster
        .who(site.get())
        .map(RolesCheck::found)
        .orElseGet(() -> Finding.skipped("the site does not say who the key belongs to"));
  }

  private static Finding found(final PostingUser.Who who) {
    if (who.person()) {
      return new Finding(
          State.TROUBLE,
          "nothing is posted: " + who.user() + " is not the gateway's alone " + who.tooMuch(),
          "gatehouse connect erpnext --apply makes a user for the gateway; then set its key.");
    }
    if (who.roles().isEmpty()) {
      return Finding.skipped("the site does not tell the roles of " + who.user());
    }
    final Set<String> missing = new TreeSet<>(PostingUser.ROLES);
    missing.removeAll(who.roles().get());
    return missing.isEmpty()
        ? Finding.fine(who.user() + " has the roles it needs and no other")
        : new Finding(
            State.TROUBLE,
            who.user() + " lacks " + String.join(", ", missing),
            "gatehouse connect erpnext --apply adds them.");
  }
}
