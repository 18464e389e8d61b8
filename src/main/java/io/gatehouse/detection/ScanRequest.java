package io.gatehouse.detection;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import java.util.List;

/**
 * One message to look at.
 *
 * @param message what is said and by whom: pieces from one sender belong together sooner than
 *     pieces from two
 * @param region ISO 3166 country assumed for numbers without a country code
 * @param earlier what was said before in the conversation, oldest first: memory
 * @param history what both sides have read, and the only source from which a quote may be exempt: a
 *     message that never went on is no history, else its sender could deliver it by quoting himself
 */
public record ScanRequest(
    Utterance message,
    Channel channel,
    String region,
    Known known,
    List<Utterance> earlier,
    List<Utterance> history) {

  /** How the text is written. */
  public enum Format {
    PLAIN,
    HTML
  }

  public ScanRequest {
    earlier = List.copyOf(earlier);
    history = List.copyOf(history);
  }

  /** Where all that was said before has been read. */
  public ScanRequest(
      final Utterance message,
      final Channel channel,
      final String region,
      final Known known,
      final List<Utterance> earlier) {
    this(message, channel, region, known, earlier, earlier);
  }

  /** Who says it. */
  public Role sender() {
    return message.sender();
  }

  String text() {
    return message.text();
  }

  Format format() {
    return message.format();
  }
}
