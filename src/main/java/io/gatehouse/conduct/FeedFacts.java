package io.gatehouse.conduct;

import io.gatehouse.categories.Opinion;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.rulings.Source;
import java.util.Map;

/** What whoever follows the feed is told of moderation's decision on a message (S4.17, S4.21). */
public final class FeedFacts {

  /** The type of the entries. */
  public static final String DECIDED = "moderation.decided";

  private FeedFacts() {}

  /** In the words in which decisions on other content are told; never the message's. */
  public static Map<String, String> of(final MessageEvent event, final Opinion opinion) {
    return Map.of(
        "source_kind", Source.MESSAGE,
        "source_id", event.id().toString(),
        "decision", opinion.ruling().wire(),
        "help", Boolean.toString(opinion.help()),
        "by", opinion.by());
  }
}
