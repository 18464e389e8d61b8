package io.gatehouse.lookup;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.site.SeenIssue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Decides when a site is asked for an Issue. */
@Singleton
public class LookUps {

  /** Strangers in a thread that cannot be read must not make the site be asked all the time. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final SettingsBook settings;
  private final ProviderAccounts accounts;
  private final LookUpSettings pace;
  private final LookUpOrders orders;
  private final Clock clock;

  LookUps(
      final SettingsBook settings,
      final ProviderAccounts accounts,
      final LookUpSettings pace,
      final LookUpOrders orders,
      final Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.pace = pace;
    this.orders = orders;
    this.clock = clock;
  }

  /** The Issue's fields that name the provider. */
  public List<String> advisorFields(final OrganizationId organization) {
    return settings.current(organization).erpnext().advisorFields();
  }

  /** Who the owner says is neither side. */
  public Set<String> staff(final OrganizationId organization) {
    return settings.current(organization).erpnext().staff();
  }

  /**
   * Orders a look-up of a message's Issue if it is worth one: it was never asked for or long ago,
   * or its author is a stranger.
   *
   * @param news whether its document has other people than before
   */
  public void consider(
      final OrganizationId organization,
      final SeenIssue seen,
      final Sender sender,
      final boolean news) {
    final boolean stranger =
        sender.address().indexOf('@') > 0
            && !seen.cast(staff(organization)).heardOf(sender.address());
    order(organization, seen, stranger ? sender.address() : "", news || stranger);
  }

  /** The same where there is no message. */
  public void consider(
      final OrganizationId organization, final SeenIssue seen, final boolean news) {
    order(organization, seen, "", news);
  }

  private void order(
      final OrganizationId organization,
      final SeenIssue seen,
      final String stranger,
      final boolean urgent) {
    if (asked(organization, seen) && older(seen, urgent ? PAUSE : pace.refresh())) {
      orders.add(organization, seen.facts().name(), stranger);
    }
  }

  private boolean asked(final OrganizationId organization, final SeenIssue seen) {
    return pace.lookUps()
        && !seen.facts().name().isEmpty()
        && !accounts.erpnext(organization).sandbox();
  }

  private boolean older(final SeenIssue seen, final Duration age) {
    return seen.readAt() == null || seen.readAt().plus(age).isBefore(clock.instant());
  }
}
