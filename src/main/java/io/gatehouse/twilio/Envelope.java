package io.gatehouse.twilio;

import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.relay.Keyword;
import io.gatehouse.relay.Line;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an event keeps of an SMS beside its text.
 *
 * @param held why it waits for the owner whatever was found in it
 */
record Envelope(String sid, Line line, int media, Optional<Keyword> keyword, Optional<Hold> held) {

  private static final String SID = "message_sid";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String MEDIA = "media";
  private static final String KEYWORD = "keyword";

  /** Why a message is held. */
  enum Hold {
    /** Its conversation is over, or uses another number by now. */
    CLOSED,
    /** Two machines answer each other (B66). */
    LOOP,
    /** Twilio could not hand it over, and it was found when it was hardly worth sending. */
    STALE,
    /** Its two people are suspended (S1.6); the gatekeeper says so. */
    SUSPENDED,
    /** The whole organization is suspended; the gatekeeper says so. */
    ORGANIZATION_SUSPENDED;

    /** The name used in envelopes. */
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Hold> of(final String wire) {
      return Arrays.stream(values()).filter(hold -> hold.wire().equals(wire)).findFirst();
    }
  }

  /** Reads what {@link #facts} wrote. */
  static Envelope of(final MessageEvent event) {
    final Map<String, String> facts = event.origin().envelope();
    return new Envelope(
        facts.getOrDefault(SID, ""),
        new Line(
            event.origin().organization(),
            facts.getOrDefault(TO, ""),
            facts.getOrDefault(FROM, "")),
        Integer.parseInt(facts.getOrDefault(MEDIA, "0")),
        Keyword.of(facts.getOrDefault(KEYWORD, "")),
        Hold.of(facts.getOrDefault(Origin.HELD, "")));
  }

  Map<String, String> facts() {
    final Map<String, String> facts = new HashMap<>();
    facts.put(SID, sid);
    facts.put(FROM, line.phone());
    facts.put(TO, line.number());
    facts.put(MEDIA, Integer.toString(media));
    keyword.ifPresent(word -> facts.put(KEYWORD, word.wire()));
    held.ifPresent(hold -> facts.put(Origin.HELD, hold.wire()));
    return facts;
  }
}
