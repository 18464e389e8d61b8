package io.gatehouse.signup;

import io.gatehouse.base.Caller;
import io.gatehouse.json.Part;
import io.gatehouse.limits.Askers;
import io.gatehouse.limits.Limits;
import io.gatehouse.signup.Report.Checked;
import io.gatehouse.spam.SpamKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Set;

/** Applications ask about names and invitations. */
@Controller("/api")
@Secured({Caller.OPERATOR, Caller.OWNER, Caller.SENDER})
@ExecuteOn(TaskExecutors.BLOCKING)
class SignupController {

  private final Checks checks;
  private final Limits limits;
  private final Askers askers;

  SignupController(final Checks checks, final Limits limits, final Askers askers) {
    this.checks = checks;
    this.limits = limits;
    this.askers = askers;
  }

  /**
   * Whether a sign-up looks like spam; it is never blocked, but flagged for a person (S2.19). More
   * than three an hour by one user or from one ip are answered 429 (S2.21); without an ip the
   * caller's own counts.
   */
  @Post("/signups/check")
  Report signup(final Caller caller, final HttpRequest<?> request, @Body final JsonNode question) {
    return check(caller, Occasion.SIGNUP, Question.ofSignup(question), request);
  }

  /**
   * Whether an invitation may go out: obvious spam is blocked, the rest allowed (S2.18). More than
   * five a quarter of an hour by one user or from one ip are answered 429 (S2.21).
   */
  @Post("/invitations/check")
  Report invitation(
      final Caller caller, final HttpRequest<?> request, @Body final JsonNode question) {
    return check(caller, Occasion.INVITATION, Question.ofInvitation(question), request);
  }

  /** What a form says beside its field while a name is typed; stores nothing (S2.22). */
  @Post("/names/check")
  Checked name(final Caller caller, @Body final JsonNode question) {
    final Part whole = Part.whole(question).only(Set.of("name", "content_type", "language"));
    final SpamKind kind =
        whole
            .at("content_type")
            .oneOf(new SpamKind[] {SpamKind.ORGANIZATION_NAME, SpamKind.OWNER_NAME}, SpamKind::wire)
            .orElse(SpamKind.ORGANIZATION_NAME);
    final String name = Question.text(whole.at("name").needed(), Question.LONGEST_NAME).orElse("");
    final String language = Question.language(whole.at("language"));
    Part.demandNone(whole.violations());
    return checks.live(caller, kind, name, language);
  }

  /** Counted before anything is judged or written. */
  private Report check(
      final Caller caller,
      final Occasion occasion,
      final Question question,
      final HttpRequest<?> request) {
    final String user = question.subject().orElse(null);
    final String address = question.address().orElse(null);
    limits.demand(occasion.limit(), askers.of(caller, user, address, request));
    return checks.check(caller, occasion, question);
  }
}
