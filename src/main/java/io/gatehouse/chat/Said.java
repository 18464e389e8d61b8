package io.gatehouse.chat;

import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.events.Memory;
import io.gatehouse.message.MessageEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said in a thread, as far as it matters for what is said next.
 *
 * @param messageId what its application calls it, "" where that was not read
 * @param user its author, likewise
 * @param at when it was asked about
 * @param unrecorded what was answered, while it is not in the database
 */
record Said(
    String messageId, String user, Utterance words, Instant at, Optional<MessageEvent> unrecorded) {

  static Said recorded(final Asked asked, final MessageEvent event) {
    return said(asked, event, Optional.empty());
  }

  static Said unrecorded(final Asked asked, final MessageEvent event) {
    return said(asked, event, Optional.of(event));
  }

  static Said read(final Memory.Entry entry, final Instant at) {
    return new Said("", "", entry.toUtterance(), at, Optional.empty());
  }

  private static Said said(
      final Asked asked, final MessageEvent event, final Optional<MessageEvent> unrecorded) {
    return new Said(
        asked.messageId(),
        asked.user(),
        new Utterance(event.origin().sender().role(), asked.content(), Format.PLAIN),
        event.receivedAt(),
        unrecorded);
  }

  /** The same, in the place of what is known of it so far. */
  Said insteadOf(final Said former) {
    return new Said(messageId, user, words, former.at(), unrecorded);
  }

  boolean is(final Asked asked) {
    return !messageId.isEmpty() && messageId.equals(asked.messageId());
  }

  int length() {
    return words.text().length();
  }
}
