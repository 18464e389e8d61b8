package io.gatehouse.detection;

import io.gatehouse.base.Channel;
import java.util.List;

/**
 * One message to look at.
 *
 * @param region ISO 3166 country assumed for numbers without a country code
 * @param earlier what was said before in the conversation, oldest first: memory, and the only
 *     source from which a quote may be exempt
 */
public record ScanRequest(
    String text,
    Format format,
    Channel channel,
    String region,
    Known known,
    List<Utterance> earlier) {

  /** How the text is written. */
  public enum Format {
    PLAIN,
    HTML
  }

  public ScanRequest {
    earlier = List.copyOf(earlier);
  }
}
