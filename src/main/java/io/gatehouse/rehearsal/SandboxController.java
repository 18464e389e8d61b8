package io.gatehouse.rehearsal;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

/** Tells whether anybody would hear of what is sent, before fixtures are sent. */
@Controller("/api/sandbox")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SandboxController {

  private final ProviderAccounts accounts;

  SandboxController(final ProviderAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * @param twilio true when text messages only go into a table
   * @param erpnext true when posts only go into a table
   */
  @Serdeable
  record Sandboxes(boolean twilio, boolean erpnext) {}

  @Get
  Sandboxes show(final Caller caller) {
    return new Sandboxes(
        accounts.twilio(caller.organization()).sandbox(),
        accounts.erpnext(caller.organization()).sandbox());
  }
}
