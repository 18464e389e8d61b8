package io.gatehouse.twilio;

import io.gatehouse.message.MessageEvent;
import io.gatehouse.relay.Keyword;
import io.gatehouse.relay.Line;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an event keeps of an SMS beside its text. */
record Envelope(String sid, Line line, int media, Optional<Keyword> keyword) {

  private static final String SID = "message_sid";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String MEDIA = "media";
  private static final String KEYWORD = "keyword";

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
        Keyword.of(facts.getOrDefault(KEYWORD, "")));
  }

  Map<String, String> facts() {
    final Map<String, String> facts = new HashMap<>();
    facts.put(SID, sid);
    facts.put(FROM, line.phone());
    facts.put(TO, line.number());
    facts.put(MEDIA, Integer.toString(media));
    keyword.ifPresent(word -> facts.put(KEYWORD, word.wire()));
    return facts;
  }
}
