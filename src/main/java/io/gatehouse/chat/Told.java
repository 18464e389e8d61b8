package io.gatehouse.chat;

import io.gatehouse.message.MessageEvent;
import io.gatehouse.settings.ChatSettings.OnFailure;

/** What an application is told about a message it asked for. */
public sealed interface Told {

  /**
   * It was judged.
   *
   * @param event with {@code handling} HOLD where the pair is suspended: it waits for the owner
   * @param recorded whether it is in the database; else it will be, and its id is of no use
   * @param truncated whether it was too long to be read to its end
   */
  record Judged(MessageEvent event, boolean recorded, boolean truncated) implements Told {}

  /**
   * It could not be judged, or not be recorded where that is asked for.
   *
   * @param instead what the organization wants done then
   */
  record Unjudged(OnFailure instead) implements Told {}
}
