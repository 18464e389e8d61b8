package io.gatehouse.message;

import io.gatehouse.categories.Opinion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message as it was recorded.
 *
 * @param conversation null when it belongs to none
 */
public record MessageEvent(
    UUID id,
    Origin origin,
    @Nullable UUID conversation,
    Content content,
    Handling handling,
    Verdict verdict,
    EventState state,
    Instant receivedAt) {

  /** Whether it waits for this reason, see {@link Origin#HELD}; it may have been let go since. */
  public boolean heldFor(final String reason) {
    return handling == Handling.HOLD && reason.equals(origin.envelope().get(Origin.HELD));
  }

  /** The same message, of whose conduct somebody thinks otherwise by now. */
  public MessageEvent with(final Opinion opinion) {
    return new MessageEvent(
        id, origin, conversation, content, handling, verdict.with(opinion), state, receivedAt);
  }

  /** The same message in its next state. */
  public MessageEvent in(final EventState next) {
    return new MessageEvent(id, origin, conversation, content, handling, verdict, next, receivedAt);
  }
}
