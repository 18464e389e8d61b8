package io.gatehouse.checkup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Reply;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ErpnextSettings.Watch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the Issue Types exist that alerts are of and that are watched. */
@Singleton
class TypesCheck implements Check {

  private static final String TYPE = "Issue Type";
  private static final String ALERT = "Compliance Alert";

  private final ProviderAccounts accounts;
  private final FrappeClient client;
  private final SettingsBook settings;

  TypesCheck(
      final ProviderAccounts accounts, final FrappeClient client, final SettingsBook settings) {
    this.accounts = accounts;
    this.client = client;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "erpnext_types";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Optional<Site> site = accounts.erpnext(organization).site();
    if (site.isEmpty()) {
      return Finding.skipped("sandbox");
    }
    if (isMissing(site.get(), ALERT)) {
      return new Finding(
          State.TROUBLE,
          "there is no Issue Type " + ALERT,
          "gatehouse connect erpnext --apply makes it.");
    }
    final List<String> missing =
        watched(organization).stream().filter(type -> isMissing(site.get(), type)).toList();
    return missing.isEmpty()
        ? Finding.fine("the Issue Types of alerts and of watched Issues are not missing")
        : new Finding(
            State.NOTE,
            "watched, but not on the site: " + String.join(", ", missing),
            "Make the Issue Type there, or name others in erpnext.watch.types of the settings.");
  }

  private Set<String> watched(final OrganizationId organization) {
    final Set<String> types =
        new TreeSet<>(settings.current(organization).erpnext().watch().types());
    types.remove(Watch.ANY);
    return types;
  }

  /** Only what the site says for certain. */
  private boolean isMissing(final Site site, final String type) {
    return client.read(site, TYPE, type) instanceof final Reply.Answered answer
        && answer.status() == 404
        && answer.excType().equals("DoesNotExistError");
  }
}
