package io.gatehouse.catchup;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.catchup.SyncRepository.Sync;
import io.gatehouse.doctor.Check;
import io.gatehouse.heartbeat.Heartbeat;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whether webhooks are heard while documents come. */
@Singleton
final class HeartbeatCheck implements Check {

  private final ProviderAccounts accounts;
  private final SyncRepository syncs;
  private final Heartbeat heartbeat;
  private final Clock clock;

  HeartbeatCheck(
      final ProviderAccounts accounts,
      final SyncRepository syncs,
      final Heartbeat heartbeat,
      final Clock clock) {
    this.accounts = accounts;
    this.syncs = syncs;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "erpnext_heartbeat";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    if (accounts.erpnext(organization).sandbox()) {
      return Finding.skipped("No site is connected.");
    }
    final String heard = heard(heartbeat.last(organization));
    return syncs
        .find(organization.value())
        .map(sync -> judged(sync, heard))
        .orElseGet(() -> new Finding(State.NOTE, heard + " Lists were not compared yet.", ""));
  }

  private Finding judged(final Sync sync, final String heard) {
    if (sync.silentAt() != null) {
      return new Finding(
          State.TROUBLE,
          heard + " Documents exist that no webhook told of: " + sync.missed() + ".",
          "See whether the site's workers and its Redis run (bench doctor), whether the webhooks"
              + " are enabled and lead to this gateway.");
    }
    if (sync.errorCode() != null) {
      return new Finding(
          State.TROUBLE,
          heard + " Lists could not be compared to their ends. " + sync.errorReason(),
          String.valueOf(sync.errorNext()));
    }
    return lost(sync, heard);
  }

  private Finding lost(final Sync sync, final String heard) {
    final boolean today =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).equals(sync.foundDay());
    return today && sync.foundToday() > 0
        ? new Finding(
            State.NOTE,
            heard + " Messages found today that no webhook told of: " + sync.foundToday() + ".",
            "See the site's Webhook Request Log, and whether each type of document has its webhook.")
        : Finding.fine(heard);
  }

  private String heard(final Optional<Instant> last) {
    return last.map(at -> "The last webhook came " + minutes(at) + " minutes ago.")
        .orElse("No webhook was heard yet.");
  }

  private long minutes(final Instant at) {
    return Duration.between(at, clock.instant()).toMinutes();
  }
}
