package io.gatehouse.moderation;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Ruling;
import io.gatehouse.moderation.DecisionViews.Shown;
import io.gatehouse.rulings.Reviews;
import io.gatehouse.rulings.Reviews.Word;
import io.gatehouse.rulings.Source;
import io.gatehouse.web.ETag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions, what people say of them, and what holds of a source. */
@Controller("/api/moderation")
@Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class DecisionController {

  private final DecisionViews views;
  private final Reviews reviews;

  DecisionController(final DecisionViews views, final Reviews reviews) {
    this.views = views;
    this.reviews = reviews;
  }

  /**
   * A person's word.
   *
   * @param decision allow, quarantine or block
   * @param reason for the audit and the next reviewer
   */
  @Serdeable
  record Said(@NotNull String decision, @NotBlank @Size(min = 3, max = 500) String reason) {

    Ruling ruling() {
      return Ruling.of(decision)
          .orElseThrow(
              () ->
                  Problem.badRequest("decision", "A decision is allow, quarantine or block.")
                      .with("field", "decision"));
    }
  }

  /** A decision with its text, what people and users said of it, and the others on its source. */
  @Get("/decisions/{id}")
  HttpResponse<Shown> show(final Caller caller, final UUID id) {
    return shown(caller, id);
  }

  /**
   * A person overrules a decision or upholds it (S4.19); what follows holds at once. {@code
   * If-Match} names the version that was read: of two reviewers at once one is told that the other
   * was first.
   */
  @Post("/decisions/{id}/review")
  @Secured({Caller.OWNER, Caller.MODERATOR})
  HttpResponse<Shown> review(
      final Caller caller,
      final UUID id,
      @Header(HttpHeaders.IF_MATCH) final @Nullable String ifMatch,
      @Body @Valid final Said said) {
    final var word = new Word(ETag.version(ifMatch), said.ruling(), said.reason().strip());
    reviews.review(caller, id, word);
    return shown(caller, id);
  }

  /** What holds of a source now, for the system that shows it. */
  @Get("/sources/{kind}/{id}")
  @Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR, Caller.SENDER})
  DecisionView source(final Caller caller, final String kind, final String id) {
    return views.current(caller.organization(), new Source(kind, id));
  }

  private HttpResponse<Shown> shown(final Caller caller, final UUID id) {
    final Shown shown = views.show(caller.organization(), id);
    return HttpResponse.ok(shown).header(HttpHeaders.ETAG, ETag.of(shown.ruling().version()));
  }
}
