package io.gatehouse.spamlog;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.organization.Organizations;
import io.gatehouse.spamlog.SpamRepository.Row;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spam that was found in names and invitations, for those who review it (S2.10, S2.18). */
@Controller("/api/spam")
@Secured({Caller.OPERATOR, Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class SpamController {

  /** Later than any row: ids are ordered by time, and PostgreSQL compares them as unsigned. */
  private static final UUID END = new UUID(-1, -1);

  private final SpamRepository rows;
  private final SpamViews views;
  private final Reviews reviews;

  SpamController(final SpamRepository rows, final SpamViews views, final Reviews reviews) {
    this.rows = rows;
    this.views = views;
    this.reviews = reviews;
  }

  /** The newest first. An operator sees everybody's, others their own organization's. */
  @Get
  Found list(final Caller caller, @RequestBean @Valid final Wanted wanted) {
    final List<Row> oneMore =
        rows.before(
            reader(caller),
            wanted.organization(),
            wanted.contentType(),
            wanted.action(),
            wanted.reviewed(),
            wanted.since() == null ? Instant.EPOCH : wanted.since(),
            wanted.before() == null ? END : wanted.before(),
            wanted.limit() + 1);
    final List<Row> page = oneMore.subList(0, Math.min(wanted.limit(), oneMore.size()));
    return new Found(
        page.stream().map(row -> views.view(caller.organization(), row)).toList(),
        oneMore.size() > wanted.limit() ? page.getLast().id() : null);
  }

  /** What an organization may read here, in figures; the caller's own where none is named. */
  @Get("/stats")
  SpamStats stats(final Caller caller, @QueryValue final @Nullable String organization) {
    final OrganizationId named =
        organization == null ? caller.organization() : new OrganizationId(organization);
    if (!caller.is(Caller.OPERATOR) && !named.equals(caller.organization())) {
      throw Organizations.unknown(named);
    }
    return rows.readBy(named.value());
  }

  /** One of them, with what was given as long as that is kept. */
  @Get("/{id}")
  One show(final Caller caller, final UUID id) {
    return new One(
        views.view(caller.organization(), found(caller, id)), views.original(id).orElse(null));
  }

  /** A person's word on one; it is added to earlier ones. */
  @Post("/{id}/review")
  @Secured({Caller.OPERATOR, Caller.OWNER, Caller.MODERATOR})
  SpamView review(final Caller caller, final UUID id, @Body @Valid final Word word) {
    found(caller, id);
    reviews.add(caller, id, word.turn() == null ? 0 : word.turn(), word.verdict(), word.reason());
    return views.view(caller.organization(), found(caller, id));
  }

  private Row found(final Caller caller, final UUID id) {
    return rows.byId(id, reader(caller))
        .orElseThrow(
            () -> Problem.notFound("spam_unknown", "There is no such entry in the spam log."));
  }

  private static @Nullable String reader(final Caller caller) {
    return caller.is(Caller.OPERATOR) ? null : caller.organization().value();
  }

  /**
   * What may be asked for.
   *
   * @param reviewed true for those somebody had a word on, false for the others
   * @param before the last page's {@code next}
   */
  @Introspected
  record Wanted(
      @QueryValue @Nullable String organization,
      @QueryValue("content_type")
          @Nullable
          @Pattern(regexp = "organization_name|owner_name|invitation")
          String contentType,
      @QueryValue @Nullable @Pattern(regexp = "blocked|flagged|allowed") String action,
      @QueryValue @Nullable Boolean reviewed,
      @QueryValue @Nullable Instant since,
      @QueryValue @Nullable UUID before,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit) {}

  /**
   * @param next give it as {@code before} to read on; null on the last page
   */
  @Serdeable
  record Found(List<SpamView> items, @Nullable UUID next) {}

  /**
   * @param original what was given; null once it was forgotten
   */
  @Serdeable
  record One(SpamView entry, @Nullable String original) {}

  /**
   * A word on an entry.
   *
   * @param turn of the last review that was read, 0 or absent where there was none
   */
  @Serdeable
  record Word(
      @NotNull @Pattern(regexp = "allow|confirm") String verdict,
      @Nullable @Size(max = 500) String reason,
      @Nullable @Min(0) Integer turn) {}
}
