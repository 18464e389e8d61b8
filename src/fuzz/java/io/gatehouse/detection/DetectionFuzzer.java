package io.gatehouse.detection;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks for a conversation that breaks a promise of the detector. Jazzer steers it by the branches
 * it reaches: {@code mvn -q -Pfuzz test-compile exec:exec -Dfuzz.seconds=1800}.
 */
public final class DetectionFuzzer {

  private static final Detector DETECTOR = Detector.standard();
  private static final Channel[] CHANNELS = Channel.values();
  private static final int MOST_EARLIER = 3;
  private static final int FRAGMENT = 60;
  private static final long SLOW_NANOS = 1_000_000_000L;

  private static final Known LISTED =
      new Known(Set.of("desk@pawpost.app"), Set.of("+16045550199"), Set.of("pawpost.app"), Set.of())
          .under(Set.of("PawPost\nCall 604 555 0199"));

  private DetectionFuzzer() {}

  public static void fuzzerTestOneInput(final FuzzedDataProvider data) {
    final Channel channel = data.pickValue(CHANNELS);
    final Format format = data.consumeBoolean() ? Format.HTML : Format.PLAIN;
    final Known known = data.consumeBoolean() ? LISTED : Known.NOTHING;
    final List<Utterance> earlier = new ArrayList<>();
    for (int n = data.consumeInt(0, MOST_EARLIER); n > 0; n--) {
      final Role sender = data.consumeBoolean() ? Role.CLIENT : Role.PROVIDER;
      earlier.add(new Utterance(sender, data.consumeString(FRAGMENT), format));
    }
    final var message = new Utterance(Role.CLIENT, data.consumeRemainingAsString(), format);
    final var request = new ScanRequest(message, channel, "CA", known, earlier);
    final long start = System.nanoTime();
    final Scan scan = DETECTOR.scan(request);
    if (System.nanoTime() - start > SLOW_NANOS) {
      throw new IllegalStateException("slow");
    }
    Promises.hold(request, scan);
    if (!scan.equals(DETECTOR.scan(request))) {
      throw new IllegalStateException("not deterministic");
    }
  }
}
