package io.gatehouse.administration;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Page;
import io.gatehouse.tenancy.Attention;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What the operator looks at first (S2.11, S2.12). */
@Controller("/api/moderation-dashboard")
@Secured(Caller.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
class AttentionController {

  private final Attention attention;

  AttentionController(final Attention attention) {
    this.attention = attention;
  }

  /**
   * Organizations that are not active, or of whom spam was logged within seven days; each once, in
   * the order of their ids.
   *
   * @param after the last page's {@code next}
   */
  @Get
  Page<Attention.Row> list(
      @QueryValue(defaultValue = "") final String after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    return attention.wanted(after, limit);
  }
}
