package io.gatehouse.erpnext;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.lookup.LookUps;
import io.gatehouse.site.Cast;
import io.gatehouse.site.IssueDocument;
import io.gatehouse.site.IssueReader;
import io.gatehouse.site.Issues;
import io.gatehouse.site.SeenIssue;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes a proved delivery to the gatekeeper, unless it is no message to screen. */
@Singleton
final class Intake {

  private final Exemptions exemptions;
  private final Threads threads;
  private final Screening screening;
  private final Answers answers;
  private final Issues issues;
  private final LookUps lookUps;

  Intake(
      final Exemptions exemptions,
      final Threads threads,
      final Screening screening,
      final Answers answers,
      final Issues issues,
      final LookUps lookUps) {
    this.exemptions = exemptions;
    this.threads = threads;
    this.screening = screening;
    this.answers = answers;
    this.issues = issues;
    this.lookUps = lookUps;
  }

  /**
   * Asks nothing of the site: who is who is asked afterwards, and holds for the next message.
   *
   * @throws io.gatehouse.base.Problem 400 saying what is wrong with the body
   */
  Answer receive(final Delivery delivery) {
    return switch (PayloadReader.read(delivery.body())) {
      case Payload.Issue issue -> receive(delivery, issue);
      case Payload.Message message -> receive(delivery, Letters.read(message));
    };
  }

  private Answer receive(final Delivery delivery, final Letters.Reading reading) {
    return switch (reading) {
      case Letters.Ignored ignored -> new Answer.Ignored(ignored.why());
      case Letter letter ->
          answer(delivery, letter, seen(delivery.organization(), letter.issue()), false);
    };
  }

  /** Whether it was just made is not told: its description is known by what it says. */
  private Answer receive(final Delivery delivery, final Payload.Issue issue) {
    final OrganizationId organization = delivery.organization();
    final IssueDocument document =
        IssueReader.read(issue.fields(), lookUps.advisorFields(organization));
    final String name = document.facts().name();
    if (name.isEmpty()) {
      return new Answer.Ignored("no_name");
    }
    final SeenIssue before = seen(organization, name);
    issues.told(organization, document);
    final SeenIssue after = seen(organization, name);
    final Letter letter = Letters.description(document, edition(organization, before, document));
    return answer(delivery, letter, after, !after.samePeople(before));
  }

  private String edition(
      final OrganizationId organization, final SeenIssue before, final IssueDocument document) {
    final String name = document.facts().name();
    final String words = issues.opening(organization, name, document.facts().description());
    return before.opening() == null || before.opening().equals(words) ? "" : words;
  }

  private SeenIssue seen(final OrganizationId organization, final String issue) {
    return issue.isEmpty()
        ? SeenIssue.unknown(issue)
        : issues.seen(organization, issue).orElseGet(() -> SeenIssue.unknown(issue));
  }

  private Answer answer(
      final Delivery delivery, final Letter letter, final SeenIssue seen, final boolean news) {
    final OrganizationId organization = delivery.organization();
    final Optional<String> exempt = exemptions.of(organization, letter, seen.facts());
    if (exempt.isPresent()) {
      return ignored(organization, seen, exempt.get(), news);
    }
    final Cast cast = seen.cast(lookUps.staff(organization));
    final Threads.Place place = threads.place(organization, letter, cast);
    if (Threads.internalNote(letter, place.sender())) {
      return new Answer.Ignored("internal_note");
    }
    final Answer answer = answers.to(screening.screen(delivery, letter, place, seen));
    lookUps.consider(organization, seen, place.sender(), news);
    return answer;
  }

  /** An Issue that is not watched may be by now, though its own webhook did not come. */
  private Answer ignored(
      final OrganizationId organization,
      final SeenIssue seen,
      final String why,
      final boolean news) {
    if (Exemptions.passing(why)) {
      lookUps.consider(organization, seen, news);
    }
    return new Answer.Ignored(why);
  }
}
