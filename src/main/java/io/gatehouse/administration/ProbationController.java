package io.gatehouse.administration;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.organization.Tenure;
import io.gatehouse.spamlog.SpamStats;
import io.gatehouse.tenancy.Attention;
import io.gatehouse.tenancy.ModerationEntry;
import io.gatehouse.tenancy.Probation;
import io.gatehouse.tenancy.Probation.Word;
import io.gatehouse.web.ETag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's word on an organization (S2.20). {@code If-Match} (RFC 9110 §13.1.1) names the
 * version that was read, so that no other operator's word is undone unseen.
 */
@Controller("/api/organizations/{id}/moderation")
@Secured(Caller.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProbationController {

  private final Probation probation;
  private final Attention attention;
  private final Clock clock;

  ProbationController(final Probation probation, final Attention attention, final Clock clock) {
    this.probation = probation;
    this.attention = attention;
    this.clock = clock;
  }

  /** Why an organization is flagged or restored. */
  @Serdeable
  record Why(@NotBlank @Size(min = 3, max = 500) String reason) {}

  /**
   * A suspension ends after so many days, at a moment, or, with neither, when it is restored.
   *
   * @param reason for the record and the audit
   */
  @Serdeable
  record Term(
      @NotBlank @Size(min = 3, max = 500) String reason,
      @Nullable @Min(1) @Max(3650) Integer days,
      @Nullable Instant expiresAt) {

    @Nullable Instant end(final Instant now) {
      if (days != null && expiresAt != null) {
        throw Problem.badRequest("expiry_twice", "Give days or expires_at, not both.");
      }
      return days == null ? expiresAt : now.plus(Duration.ofDays(days));
    }
  }

  /**
   * How an organization stands.
   *
   * @param suspendedUntil null where no suspension stands, or one without an end
   * @param flaggedMeanwhile whether it is flagged once its suspension ends
   * @param version to be named as {@code If-Match}, like the entity tag
   * @param items what was done to it, the newest first
   * @param next give it as {@code after} to read on; null on the last page
   */
  @Serdeable
  record Shown(
      String standing,
      Instant since,
      @Nullable Instant suspendedUntil,
      boolean flaggedMeanwhile,
      int version,
      List<ModerationEntry> items,
      @Nullable String next) {

    static Shown of(final Tenure tenure, final Page<ModerationEntry> page) {
      return new Shown(
          tenure.standing().wire(),
          tenure.since(),
          tenure.until(),
          tenure.flaggedMeanwhile(),
          tenure.version(),
          page.items(),
          page.next());
    }
  }

  /**
   * How an organization stands, and what was done to it, the newest first.
   *
   * @param after the last page's {@code next}
   */
  @Get
  HttpResponse<Shown> list(
      final String id,
      @QueryValue final @Nullable Long after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    final var organization = new OrganizationId(id);
    final Tenure tenure = probation.of(organization);
    final long before = after == null ? Long.MAX_VALUE : after;
    return tagged(tenure, Shown.of(tenure, attention.history(organization, before, limit)));
  }

  /** What was ever logged of an organization's sign-ups and invitations, in figures (S2.10). */
  @Get("/stats")
  SpamStats statistics(final String id) {
    return attention.statistics(new OrganizationId(id));
  }

  /** Has an eye on an organization; a suspended one stays suspended. */
  @Post("/flag")
  HttpResponse<Shown> flag(
      final Caller caller,
      final String id,
      @Header(HttpHeaders.IF_MATCH) final @Nullable String ifMatch,
      @Body @Valid final Why why) {
    return done(probation.flag(word(caller, id, ifMatch, why.reason())), id);
  }

  /** Suspends an organization, or gives its suspension another end. */
  @Post("/suspend")
  HttpResponse<Shown> suspend(
      final Caller caller,
      final String id,
      @Header(HttpHeaders.IF_MATCH) final @Nullable String ifMatch,
      @Body @Valid final Term term) {
    final @Nullable Instant end = term.end(clock.instant());
    return done(probation.suspend(word(caller, id, ifMatch, term.reason()), end), id);
  }

  /** Ends an organization's suspension and flag. */
  @Post("/restore")
  HttpResponse<Shown> restore(
      final Caller caller,
      final String id,
      @Header(HttpHeaders.IF_MATCH) final @Nullable String ifMatch,
      @Body @Valid final Why why) {
    return done(probation.restore(word(caller, id, ifMatch, why.reason())), id);
  }

  private static Word word(
      final Caller caller, final String id, final @Nullable String ifMatch, final String reason) {
    return new Word(caller, new OrganizationId(id), ETag.version(ifMatch), reason.strip());
  }

  /** With the entry that was just written. */
  private HttpResponse<Shown> done(final Tenure tenure, final String id) {
    final Page<ModerationEntry> newest =
        attention.history(new OrganizationId(id), Long.MAX_VALUE, 1);
    return tagged(tenure, Shown.of(tenure, newest));
  }

  private static HttpResponse<Shown> tagged(final Tenure tenure, final Shown shown) {
    return HttpResponse.ok(shown).header(HttpHeaders.ETAG, ETag.of(tenure.version()));
  }
}
