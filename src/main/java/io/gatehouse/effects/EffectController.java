package io.gatehouse.effects;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was done outside, what could not be, and what a sandbox would have done. */
@Controller("/api")
@Secured({Caller.OWNER, Caller.OPERATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class EffectController {

  private final EffectRepository effects;
  private final ScheduledLedger ledger;
  private final Sandbox sandbox;
  private final AuditLog audit;

  EffectController(
      final EffectRepository effects,
      final ScheduledLedger ledger,
      final Sandbox sandbox,
      final AuditLog audit) {
    this.effects = effects;
    this.ledger = ledger;
    this.sandbox = sandbox;
    this.audit = audit;
  }

  /** In the order they were added; both filters may be left out. */
  @Get("/effects")
  Page<Shown> effects(
      final Caller caller,
      @Nullable @QueryValue final String state,
      @Nullable @QueryValue final UUID event,
      @QueryValue(defaultValue = "0") @Min(0) final long after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    if (state != null && Stream.of(Effect.State.values()).noneMatch(s -> s.wire().equals(state))) {
      throw Problem.badRequest(
          "state_unknown", "States are waiting, running, done, refused, parked and expired.");
    }
    final String organization = caller.organization().value();
    return Page.of(
        effects.list(organization, state, event, after, limit + 1), limit, Shown::number);
  }

  @Get("/sandbox/effects")
  Page<Sandbox.Sandboxed> sandboxed(
      final Caller caller,
      @Nullable @QueryValue final UUID event,
      @QueryValue(defaultValue = "0") @Min(0) final long after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    return Page.of(
        sandbox.list(caller.organization(), after, limit + 1, event),
        limit,
        Sandbox.Sandboxed::number);
  }

  /** Sends a parked effect round again; one that may have been done is first looked into. */
  @Post("/effects/{id}/retry")
  @Secured(Caller.OWNER)
  @Transactional
  HttpResponse<?> retry(final Caller caller, final UUID id, @Body @Valid final Wish wish) {
    final String reference = ledger.retry(caller.organization(), id, wish.reason());
    audit.record(
        caller.organization(), caller.name(), "effect.retried", reference, wish.reason(), Map.of());
    return HttpResponse.accepted();
  }

  /** Sends all parked effects of one code round again, once what stopped them is mended. */
  @Post("/effects/retry")
  @Secured(Caller.OWNER)
  @Transactional
  HttpResponse<Map<String, Integer>> retryAll(
      final Caller caller, @Body @Valid final WishForAll wish) {
    final int retried = ledger.retryAll(caller.organization(), wish.code(), wish.reason());
    audit.record(
        caller.organization(),
        caller.name(),
        "effects.retried",
        wish.code(),
        wish.reason(),
        Map.of("count", Integer.toString(retried)));
    return HttpResponse.accepted().body(Map.of("retried", retried));
  }

  @Serdeable
  record WishForAll(
      @NotBlank @Size(max = 50) String code, @NotBlank @Size(min = 3, max = 500) String reason) {}

  @Serdeable
  record Wish(@NotBlank @Size(min = 3, max = 500) String reason) {}

  /** An effect without its payload, which may hold addresses. */
  @Serdeable
  @MappedEntity("effect")
  record Shown(
      @Id UUID id,
      long number,
      String reference,
      String lane,
      String kind,
      @Nullable UUID conversationId,
      @Nullable UUID eventId,
      String state,
      int attempts,
      @Nullable String outcomeCode,
      @Nullable String outcomeReason,
      @Nullable String providerId,
      Instant addedAt,
      @Nullable Instant startedAt,
      @Nullable Instant settledAt,
      @Nullable Instant expiresAt) {}
}
