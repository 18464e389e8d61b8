package io.gatehouse.message;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Known;
import org.jspecify.annotations.Nullable;

/**
 * A message as an edge hands it over, proved and parsed.
 *
 * @param conversation null when it belongs to none
 * @param also contacts the payload declares harmless; they only add to what is known (B23)
 */
public record Incoming(
    Origin origin,
    @Nullable Conversation conversation,
    Content content,
    Known also,
    NaturalKey key,
    Handling handling) {

  /**
   * The same message, to wait for the owner whatever is found in it.
   *
   * @param why kept in the envelope as {@link Origin#HELD}
   */
  public Incoming held(final String why) {
    return new Incoming(
        origin.with(Origin.HELD, why), conversation, content, also, key, Handling.HOLD);
  }
}
