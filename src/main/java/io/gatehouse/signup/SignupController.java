package io.gatehouse.signup;

import io.gatehouse.base.Caller;
import io.gatehouse.json.Part;
import io.gatehouse.signup.Report.Checked;
import io.gatehouse.spam.SpamKind;
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

  SignupController(final Checks checks) {
    this.checks = checks;
  }

  /** Whether a sign-up looks like spam; it is never blocked, but flagged for a person (S2.19). */
  @Post("/signups/check")
  Report signup(final Caller caller, @Body final JsonNode question) {
    return checks.check(caller, Occasion.SIGNUP, Question.ofSignup(question));
  }

  /** Whether an invitation may go out: obvious spam is blocked, the rest allowed (S2.18). */
  @Post("/invitations/check")
  Report invitation(final Caller caller, @Body final JsonNode question) {
    return checks.check(caller, Occasion.INVITATION, Question.ofInvitation(question));
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
}
