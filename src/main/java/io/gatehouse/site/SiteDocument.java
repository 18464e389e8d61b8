package io.gatehouse.site;

import io.gatehouse.message.MessageEvent;
import java.util.Map;

/**
 * Which document of the site a message is, as its event's envelope keeps it.
 *
 * @param doctype {@code Communication}, {@code Comment} or {@code Issue} (its description); "" when
 *     it is not known
 * @param name "" when the payload gave none
 * @param issue the thread's Issue, or ""
 */
public record SiteDocument(String doctype, String name, String issue) {

  private static final String DOCTYPE = "doctype";
  private static final String NAME = "document";
  private static final String ISSUE = "issue";

  public static SiteDocument of(final MessageEvent event) {
    final Map<String, String> envelope = event.origin().envelope();
    return new SiteDocument(
        envelope.getOrDefault(DOCTYPE, ""),
        envelope.getOrDefault(NAME, ""),
        envelope.getOrDefault(ISSUE, ""));
  }

  public Map<String, String> envelope() {
    return Map.of(DOCTYPE, doctype, NAME, name, ISSUE, issue);
  }
}
