package io.gatehouse.moderation;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.rulings.Queue;
import io.gatehouse.rulings.Queue.Entries;
import io.gatehouse.rulings.QueueEntry;
import io.gatehouse.rulings.Texts;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for a person, quarantined or blocked (S4.18, B55). */
@Controller("/api/moderation/queue")
@Secured({Caller.OWNER, Caller.MODERATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class QueueController {

  private static final int MINUTES = 10;
  private static final int FEW = 10;

  private final Queue queue;
  private final Texts texts;

  QueueController(final Queue queue, final Texts texts) {
    this.queue = queue;
    this.texts = texts;
  }

  /**
   * @param next give it as {@code after} to read on; null on the last page
   * @param waiting how many there are in all
   */
  @Serdeable
  record Part(List<Waiting> items, @Nullable String next, long waiting) {}

  /**
   * What is to be worked on.
   *
   * @param limit how many entries the caller holds then, those it held before among them
   * @param minutes until others may take them
   */
  @Serdeable
  record Claim(
      @Nullable @Min(1) @Max(50) Integer limit,
      @Nullable @Min(1) @Max(60) Integer minutes,
      @Nullable String kind,
      @Nullable String category,
      @Nullable String decision,
      @Nullable String order) {}

  /**
   * What waits, who seeks help first, then the oldest or the riskiest. Blocked content waits too.
   */
  @Get
  @Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
  Part list(final Caller caller, @RequestBean @Valid final Wanted wanted) {
    final Entries entries =
        queue.read(
            caller.organization(),
            wanted.narrowed(caller.key()),
            Wanted.order(wanted.order()),
            wanted.after(),
            wanted.limit());
    return part(caller.organization(), entries.items(), entries.next());
  }

  /**
   * Lets the caller alone work on some entries for a while, so that two reviewers do not collide.
   * Asked again it holds the same ones anew.
   */
  @Post("/claim")
  Part claim(final Caller caller, @Body @Valid final Claim claim) {
    final List<QueueEntry> held =
        queue.claim(
            caller,
            Wanted.narrowed(claim.kind(), claim.category(), claim.decision(), null, null),
            Wanted.order(Objects.requireNonNullElse(claim.order(), "oldest")),
            Objects.requireNonNullElse(claim.limit(), FEW),
            Duration.ofMinutes(Objects.requireNonNullElse(claim.minutes(), MINUTES)));
    return part(caller.organization(), held, null);
  }

  /**
   * Gives back what the caller holds, or one of it.
   *
   * @param decision by its id; all when missing
   */
  @Delete("/claim")
  HttpResponse<?> release(final Caller caller, @QueryValue final @Nullable UUID decision) {
    queue.release(caller, decision);
    return HttpResponse.noContent();
  }

  private Part part(
      final OrganizationId organization,
      final List<QueueEntry> entries,
      final @Nullable String next) {
    final List<Waiting> shown =
        entries.stream()
            .map(entry -> Waiting.of(entry, texts.of(organization, entry).orElse(null)))
            .toList();
    return new Part(shown, next, queue.waiting(organization));
  }
}
