package io.gatehouse.inbox;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.inbox.NoticeRepository.Row;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox of the caller's organization. */
@Controller("/api/inbox")
@Secured({Caller.OWNER, Caller.MODERATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class InboxController {

  /** Later than any notice: ids are ordered by time, and PostgreSQL compares them as unsigned. */
  private static final UUID END = new UUID(-1, -1);

  private final NoticeRepository notices;
  private final NoticeView view;
  private final Clock clock;

  InboxController(final NoticeRepository notices, final NoticeView view, final Clock clock) {
    this.notices = notices;
    this.view = view;
    this.clock = clock;
  }

  /**
   * The newest first.
   *
   * @param unread leaves out what was read
   * @param before the last page's {@code next}
   */
  @Get
  Notices list(
      final Caller caller,
      @QueryValue(defaultValue = "false") final boolean unread,
      @QueryValue final @Nullable UUID before,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    final OrganizationId organization = caller.organization();
    final List<Row> oneMore =
        notices.before(organization.value(), before == null ? END : before, !unread, limit + 1);
    final List<Row> page = oneMore.subList(0, Math.min(limit, oneMore.size()));
    return new Notices(
        view.show(organization, page),
        oneMore.size() > limit ? page.getLast().id() : null,
        notices.unread(organization.value()));
  }

  /** Marks a notice as read; who did so first stays. */
  @Post("/{id}/read")
  ShownNotice read(final Caller caller, final UUID id) {
    final String organization = caller.organization().value();
    notices.read(organization, id, clock.instant(), caller.name());
    return notices
        .byId(organization, id)
        .map(row -> view.show(caller.organization(), List.of(row)).getFirst())
        .orElseThrow(() -> Problem.notFound("notice_unknown", "There is no notice with this id."));
  }

  /**
   * @param next give it as {@code before} to read on; null on the last page
   * @param unread how many there are in all
   */
  @Serdeable
  record Notices(List<ShownNotice> items, @Nullable UUID next, long unread) {}
}
