package io.gatehouse.replay;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was recorded.
 *
 * @param findings of the message itself and of earlier ones, whose index {@link Finding#message}
 *     is; the message's own come with the number of earlier ones
 */
record StoredMessage(
    Head head, String text, Format format, List<Utterance> earlier, List<Finding> findings) {

  /**
   * Its row.
   *
   * @param flagCount the pair's strikes including this one, 0 when it was none
   * @param spared it was told but not counted
   */
  record Head(
      UUID id,
      String organization,
      @Nullable UUID conversation,
      Channel channel,
      Direction direction,
      Role sender,
      String handling,
      String decision,
      String step,
      double risk,
      int flagCount,
      boolean spared,
      String ruleSet,
      int settingsVersion,
      Instant receivedAt) {}

  Utterance utterance() {
    return new Utterance(head.sender(), text, format);
  }
}
