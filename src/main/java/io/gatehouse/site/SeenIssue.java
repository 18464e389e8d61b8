package io.gatehouse.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an Issue.
 *
 * @param facts with an empty description, which is people's text
 * @param people as the site was asked, empty while it was not
 * @param opening {@link Opening#digest} of the description it had first, null while it is not known
 * @param readAt when the site was asked, null while it was not
 */
public record SeenIssue(
    IssueFacts facts, List<OnFile> people, @Nullable String opening, @Nullable Instant readAt) {

  public SeenIssue {
    people = List.copyOf(people);
  }

  /** An Issue of which nothing is known but its name. */
  public static SeenIssue unknown(final String issue) {
    final IssueFacts facts = new IssueFacts(issue, "", "", "", "", "", "", List.of(), "", false);
    return new SeenIssue(facts, List.of(), null, null);
  }

  public Cast cast(final Set<String> staff) {
    return new Cast(facts, people, staff);
  }

  /** Whether it says the same of what people are looked up by. */
  public boolean samePeople(final SeenIssue other) {
    return facts.raisedBy().equals(other.facts.raisedBy())
        && facts.customer().equals(other.facts.customer())
        && facts.contact().equals(other.facts.contact())
        && facts.advisors().equals(other.facts.advisors());
  }
}
