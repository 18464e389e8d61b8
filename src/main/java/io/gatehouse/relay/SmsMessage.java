package io.gatehouse.relay;

import io.gatehouse.effects.Effect;
import java.net.URI;
import java.util.List;

/**
 * A message on its way out.
 *
 * @param effect the order it is sent for; its id travels in the status callback, where it proves
 *     that a message of unknown outcome was accepted
 * @param from the relay number it leaves by
 * @param to the person it is for
 * @param body half characters become U+FFFD, so that what is sent can be recognised
 * @param media where its files are fetched from; Twilio takes ten at most
 */
public record SmsMessage(
    Effect effect, String from, String to, String body, List<URI> media, Purpose purpose) {

  /** What it is sent for. */
  public enum Purpose {
    /** Brings a message to its other side. */
    RELAYED,
    /** The same by the owner's word: it does not wait for its turn, others wait for it. */
    RELEASED,
    /** Says something of our own. */
    ANSWER
  }

  public SmsMessage {
    body = whole(body);
    media = List.copyOf(media);
  }

  /** A message that says something of our own. */
  public SmsMessage(final Effect effect, final String from, final String to, final String body) {
    this(effect, from, to, body, List.of(), Purpose.ANSWER);
  }

  /** Whether what becomes of it becomes of the message event. */
  public boolean carries() {
    return purpose != Purpose.ANSWER && effect.event() != null;
  }

  /** Whether it goes before all that wait. */
  public boolean urgent() {
    return purpose == Purpose.RELEASED;
  }

  /** Without the text and the numbers, so that it may be logged. */
  @Override
  public String toString() {
    return "SmsMessage[" + effect.reference().value() + "]";
  }

  private static String whole(final String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
