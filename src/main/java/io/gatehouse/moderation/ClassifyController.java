package io.gatehouse.moderation;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.keywords.Keywords;
import io.gatehouse.moderation.BodyReader.Content;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.StoredRuling;
import io.gatehouse.settings.ModerationSettings;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** Classifies content of other systems: posts, comments, profiles. */
@Controller("/api/moderation/classify")
@Secured({Caller.OWNER, Caller.MODERATOR, Caller.SENDER})
@ExecuteOn(TaskExecutors.BLOCKING)
class ClassifyController {

  private final SettingsBook settings;
  private final Keywords keywords;
  private final Classifying classifying;
  private final Rulings rulings;

  ClassifyController(
      final SettingsBook settings,
      final Keywords keywords,
      final Classifying classifying,
      final Rulings rulings) {
    this.settings = settings;
    this.keywords = keywords;
    this.classifying = classifying;
    this.rulings = rulings;
  }

  /**
   * Decides on content of another system by the caller's organization's settings. The same text of
   * the same source again is answered with the decision there is; with {@code dry_run} nothing is
   * stored.
   */
  @Post
  Classification classify(final Caller caller, @Body final JsonNode document) {
    final Content content = BodyReader.content(document);
    final OrganizationId organization = caller.organization();
    final ModerationSettings chosen = settings.current(organization).moderation();
    if (!chosen.enabled()) {
      return off(organization, content);
    }
    final Opinion opinion = opinion(content, chosen);
    return content.dryRun()
        ? Classification.of(content.source(), opinion)
        : Classification.of(classifying.record(organization, content, opinion));
  }

  private Opinion opinion(final Content content, final ModerationSettings chosen) {
    final Canonical text =
        content.format() == Format.HTML
            ? Folder.html(content.text())
            : Folder.plain(content.text());
    if (text.truncated()) {
      throw Problem.badRequest(
              "text_too_long", "Spelled out it is too long to be read whole: classify it in parts.")
          .with("field", "text");
    }
    return keywords.opinion(text, chosen.rules(), chosen.thresholds());
  }

  private Classification off(final OrganizationId organization, final Content content) {
    return Classification.off(
        content.source(),
        rulings
            .current(organization, content.source())
            .map(StoredRuling::inForce)
            .orElse(Ruling.ALLOW));
  }
}
