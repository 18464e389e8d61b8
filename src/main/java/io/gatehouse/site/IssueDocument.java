package io.gatehouse.site;

import java.util.List;

/**
 * An Issue as the site's document has it.
 *
 * @param key our own reference, when a post of ours made it
 */
public record IssueDocument(IssueFacts facts, Stamps stamps, String key) {

  /** The same, assigned to these users. */
  public IssueDocument assigned(final List<String> advisors) {
    final IssueFacts it = facts;
    return new IssueDocument(
        new IssueFacts(
            it.name(),
            it.type(),
            it.project(),
            it.status(),
            it.raisedBy(),
            it.customer(),
            it.contact(),
            advisors,
            it.description(),
            it.portal()),
        stamps,
        key);
  }

  /** When and by whom; in the site's own words, or "". */
  public record Stamps(String created, String modified, String modifiedBy) {}
}
