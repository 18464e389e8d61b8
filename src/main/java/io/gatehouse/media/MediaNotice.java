package io.gatehouse.media;

import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.MessageEvent;
import java.util.Map;

/** What the owner is told about a message that waits because of its files. */
final class MediaNotice {

  /** The settings say so. */
  static final String WAITS = "media_waits";

  /** There is something that cannot be looked into. */
  static final String UNREAD = "media_unread";

  /** A file could not be had, or is one too many. */
  static final String INCOMPLETE = "media_incomplete";

  /** Clean, but there is no address of ours to pass it on by. */
  static final String NO_ADDRESS = "media_no_address";

  private static final String SENDER = "sender";

  private MediaNotice() {}

  static NewNotice of(final String kind, final MessageEvent event) {
    final Map<String, String> facts =
        Map.of(
            SENDER,
            event.origin().sender().role().wire(),
            "count",
            event.origin().envelope().getOrDefault(MediaRules.COUNT, ""));
    return new NewNotice(
        event.origin().organization(), kind, event.conversation(), event.id(), facts);
  }
}
