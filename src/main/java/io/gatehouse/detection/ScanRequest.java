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
 * @param earlier what was said before in the conversation, oldest first: memory, and the only
 *     source from which a quote may be exempt
 */
public record ScanRequest(
    Utterance message, Channel channel, String region, Known known, List<Utterance> earlier) {

  /** How the text is written. */
  public enum Format {
    PLAIN,
    HTML
  }

  public ScanRequest {
    earlier = List.copyOf(earlier);
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
