package io.gatehouse.lookup;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.site.Cast;
import io.gatehouse.site.IssueDocument;
import io.gatehouse.site.Issues;
import io.gatehouse.site.OnFile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what a look-up found, for the messages that come later. */
@Singleton
class Findings {

  private final Issues issues;
  private final Conversations conversations;
  private final Troubles troubles;

  Findings(final Issues issues, final Conversations conversations, final Troubles troubles) {
    this.issues = issues;
    this.conversations = conversations;
    this.troubles = troubles;
  }

  void found(
      final OrganizationId organization,
      final IssueDocument document,
      final List<OnFile> people,
      final Set<String> staff) {
    final Cast cast = new Cast(document.facts(), people, staff);
    conversations.correct(
        organization, Channel.ERPNEXT, document.facts().name(), registration(cast), cast::roleOf);
    issues.read(organization, document, people);
  }

  /**
   * Tells of refusals, each once until it is over.
   *
   * @param found whether the Issue itself was read
   * @param refusals a code for each type of document that was refused
   */
  void refused(
      final OrganizationId organization,
      final String issue,
      final boolean found,
      final Map<String, String> refusals) {
    if (!found) {
      issues.missed(organization, issue);
    }
    troubles.tell(organization, issue, refusals);
  }

  /** Whatever the site has of the two sides may be mentioned between them (S1.16). */
  private static Registration registration(final Cast cast) {
    return new Registration(
        person(cast, cast.client()),
        person(cast, cast.provider()),
        List.of(),
        new Known(all(cast, OnFile::emails), all(cast, OnFile::phones), Set.of(), Set.of()),
        null);
  }

  private static Set<String> all(final Cast cast, final Function<OnFile, List<String>> contacts) {
    return cast.people().stream()
        .filter(person -> Role.of(person.role()).filter(role -> role != Role.STAFF).isPresent())
        .flatMap(person -> contacts.apply(person).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** By the e-mail alone: a phone may be somebody's who writes SMS under another one. */
  private static @Nullable Person person(final Cast cast, final Optional<String> address) {
    return address
        .map(
            email ->
                new Person(
                    cast.entry(email).map(OnFile::name).filter(it -> !it.isEmpty()).orElse(null),
                    email,
                    null,
                    null))
        .orElse(null);
  }
}
