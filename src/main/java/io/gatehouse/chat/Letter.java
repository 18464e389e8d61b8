package io.gatehouse.chat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message at its place, ready for the gatekeeper.
 *
 * @param passedAt when it was answered without being recorded
 */
record Letter(Asked asked, Place place, Optional<Instant> passedAt) {

  static final String SOURCE = "chat";

  /** Why a message waits for the owner that was asked about while nothing could be recorded. */
  static final String UNRECORDED = "unrecorded";

  /** In the words of S3.4, and never in a log. */
  static final String MESSAGE_ID = "message_id";

  static final String THREAD_ID = "thread_id";
  static final String USER_ID = "user_id";
  private static final String SENT_AT = "sent_at";
  private static final String LATITUDE = "gps_lat";
  private static final String LONGITUDE = "gps_lon";
  private static final String PASSED_AT = "passed_at";

  /**
   * @param also what the two people may mention beside what is known of the conversation
   */
  Incoming as(final Handling handling, final Known also) {
    final var incoming =
        new Incoming(
            new Origin(
                asked.organization(), Channel.CHAT, Direction.INBOUND, place.sender(), facts()),
            place.conversation(),
            new Content(asked.content(), Format.PLAIN),
            also,
            new NaturalKey(SOURCE, asked.messageId(), null),
            handling);
    return handling == Handling.HOLD ? incoming.held(UNRECORDED) : incoming;
  }

  private Map<String, String> facts() {
    final Map<String, String> facts = new HashMap<>();
    facts.put(MESSAGE_ID, asked.messageId());
    facts.put(THREAD_ID, asked.thread());
    facts.put(USER_ID, asked.user());
    facts.put(SENT_AT, asked.sentAt().toString());
    asked
        .position()
        .ifPresent(
            position -> {
              facts.put(LATITUDE, Double.toString(position.latitude()));
              facts.put(LONGITUDE, Double.toString(position.longitude()));
            });
    passedAt.ifPresent(at -> facts.put(PASSED_AT, at.toString()));
    return facts;
  }
}
