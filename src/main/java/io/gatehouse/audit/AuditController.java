package io.gatehouse.audit;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/api/audit")
@Secured({Caller.OWNER, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditController {

  private final AuditLog log;

  AuditController(final AuditLog log) {
    this.log = log;
  }

  /**
   * Newest first.
   *
   * @param after the last page's {@code next}
   */
  @Get
  Page<AuditEntry> list(
      final Caller caller,
      @QueryValue final @Nullable Long after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    return log.page(caller.organization(), after == null ? Long.MAX_VALUE : after, limit);
  }
}
