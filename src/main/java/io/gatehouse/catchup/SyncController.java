package io.gatehouse.catchup;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.heartbeat.Heartbeat;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How webhooks and lists go together. */
@Controller("/api/erpnext/sync")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SyncController {

  private final ProviderAccounts accounts;
  private final Heartbeat heartbeat;
  private final WatermarkRepository marks;
  private final SyncRepository syncs;
  private final Clock clock;

  SyncController(
      final ProviderAccounts accounts,
      final Heartbeat heartbeat,
      final WatermarkRepository marks,
      final SyncRepository syncs,
      final Clock clock) {
    this.accounts = accounts;
    this.heartbeat = heartbeat;
    this.marks = marks;
    this.syncs = syncs;
    this.clock = clock;
  }

  @Get
  SyncView sync(final Caller caller) {
    final OrganizationId organization = caller.organization();
    return SyncView.of(
        !accounts.erpnext(organization).sandbox(),
        heartbeat.last(organization).orElse(null),
        syncs.find(organization.value()).orElse(null),
        marks.all(organization.value()),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
