package io.gatehouse.moderation;

import io.gatehouse.base.Caller;
import io.gatehouse.categories.Ruling;
import io.gatehouse.moderation.Reports.Complaint;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.StoredRuling;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;

/** Users report content; hate is found by them alone where an organization has no rules (S4.9). */
@Controller("/api/moderation/reports")
@Secured({Caller.OWNER, Caller.MODERATOR, Caller.SENDER})
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportController {

  private final SettingsBook settings;
  private final Reports reports;
  private final Rulings rulings;

  ReportController(final SettingsBook settings, final Reports reports, final Rulings rulings) {
    this.settings = settings;
    this.reports = reports;
    this.rulings = rulings;
  }

  /**
   * What became of a report.
   *
   * @param enabled false where the organization has moderation off, and nothing was noted
   * @param counted false where this reporter had said so before
   * @param reports how many there are of the source in all
   * @param effective what holds of the source now
   */
  @Serdeable
  record Heard(boolean enabled, boolean counted, Named source, long reports, String effective) {}

  /**
   * A user of the calling system complains of content. A first complaint brings what was allowed
   * before a person; further ones are counted.
   */
  @Post
  Heard report(final Caller caller, @Body final JsonNode document) {
    final Complaint report = BodyReader.report(document);
    final boolean enabled = settings.current(caller.organization()).moderation().enabled();
    final boolean counted = enabled && reports.hear(caller, report);
    return new Heard(
        enabled,
        counted,
        Named.of(report.source()),
        reports.count(caller.organization(), report.source()),
        rulings
            .current(caller.organization(), report.source())
            .map(StoredRuling::inForce)
            .orElse(Ruling.ALLOW)
            .wire());
  }
}
