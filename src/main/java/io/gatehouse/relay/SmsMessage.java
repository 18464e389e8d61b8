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
 * @param media where its files are fetched from; at most ten (facts/twilio.md §3)
 */
public record SmsMessage(Effect effect, String from, String to, String body, List<URI> media) {

  public SmsMessage {
    media = List.copyOf(media);
  }

  /** A message without files. */
  public SmsMessage(final Effect effect, final String from, final String to, final String body) {
    this(effect, from, to, body, List.of());
  }

  /** Without the text and the numbers, so that it may be logged. */
  @Override
  public String toString() {
    return "SmsMessage[" + effect.reference().value() + "]";
  }
}
