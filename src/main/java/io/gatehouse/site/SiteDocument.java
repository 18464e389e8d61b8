package io.gatehouse.site;

import io.gatehouse.message.MessageEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
  private static final String WRITTEN_AT = "written_at";

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

  /**
   * The same with the time the document itself bears. Events are in the order we heard of them;
   * this one is for people.
   */
  public Map<String, String> envelope(final Optional<Instant> writtenAt) {
    final Map<String, String> envelope = new HashMap<>(envelope());
    writtenAt.ifPresent(at -> envelope.put(WRITTEN_AT, at.toString()));
    return envelope;
  }
}
