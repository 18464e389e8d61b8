package io.gatehouse.message;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Known;
import org.jspecify.annotations.Nullable;

/**
 * A message as an edge hands it over, proved and parsed.
 *
 * @param conversation null when it belongs to none
 * @param also contacts the payload declares harmless; they only add to what is known (B23)
 * @param twin where the same words may come from as well; null when nowhere
 */
public record Incoming(
    Origin origin,
    @Nullable Conversation conversation,
    Content content,
    Known also,
    NaturalKey key,
    Handling handling,
    @Nullable Twin twin) {

  /** A message that comes one way only. */
  public Incoming(
      final Origin origin,
      final @Nullable Conversation conversation,
      final Content content,
      final Known also,
      final NaturalKey key,
      final Handling handling) {
    this(origin, conversation, content, also, key, handling, null);
  }

  /**
   * The same message, to wait for the owner whatever is found in it.
   *
   * @param why kept in the envelope as {@link Origin#HELD}
   */
  public Incoming held(final String why) {
    return new Incoming(
        origin.with(Origin.HELD, why), conversation, content, also, key, Handling.HOLD, twin);
  }
}
