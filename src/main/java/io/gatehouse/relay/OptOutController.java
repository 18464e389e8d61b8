package io.gatehouse.relay;

import io.gatehouse.base.Caller;
import io.gatehouse.base.E164;
import io.gatehouse.base.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who cannot be written to, which no owner can overrule (B66). */
@Controller("/api/opt-outs")
@Secured({Caller.OWNER, Caller.MODERATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class OptOutController {

  private final OptOuts optOuts;

  OptOutController(final OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  /**
   * An opt-out as it is shown.
   *
   * @param phone the last digits alone
   * @param relayNumber the number of ours that does not reach the person
   * @param cause {@code keyword} when the person wrote it, {@code provider} when a message was
   *     refused for it
   * @param liftedAt absent while it stands
   */
  @Serdeable
  record Shown(
      long id,
      String phone,
      String relayNumber,
      String cause,
      Instant since,
      @Nullable Instant liftedAt) {

    static Shown of(final OptOutRepository.Row row) {
      return new Shown(
          row.id(),
          new E164(row.phone()).masked(),
          row.relayNumber(),
          row.cause(),
          row.since(),
          row.liftedAt());
    }
  }

  /**
   * The newest first.
   *
   * @param lifted shows those too that do not stand any more
   * @param after the last page's {@code next}
   */
  @Get
  Page<Shown> list(
      final Caller caller,
      @QueryValue(defaultValue = "true") final boolean lifted,
      @QueryValue final @Nullable Long after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    final var page =
        optOuts.page(caller.organization(), after == null ? Long.MAX_VALUE : after, lifted, limit);
    return new Page<>(page.items().stream().map(Shown::of).toList(), page.next());
  }
}
