package io.gatehouse.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The slowest text that a small search found, and the search: {@code -Dbench.search=60}. */
final class WorstText {

  /** What the last search settled on; repeated to any length. */
  private static final String FOUND = "five text me on ";

  private static final int LENGTH = 10_000;
  private static final int LONGEST = 8;
  private static final int LOOKS = 3;

  private static final List<String> PIECES =
      List.of(
          "a", "1", "12 ", "555-", "604 ", "five ", "double ", "oh ", "a.", "a@", " at ", " dot ",
          "@", ".", "\n", " ", "-", "_", "(", "=40", "%40", "call me ", "text me on ", "my ", "the ",
          "signal ", "whatsapp ", "send ", "you ", "me ", "pay ", "w h a t s ", "w-h-", "backwards ",
          "then ", "o", "0l", "é", "６", "\u200b", "> ", "wa.me/", "http://", "num", "$", "a_", "B2",
          "On 1 ", "\nOn 1 wrote:\n", "From:\n", "Sent:\n", "thanks\n", "-- \n");

  private WorstText() {}

  static String of(final int length) {
    return repeated(FOUND, length);
  }

  /** Changes a repeated unit at random and keeps what is slower. */
  static String search(final Detector detector, final int seconds) {
    final Random dice = new Random(1);
    final long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<String> best = List.of("five ");
    long slowest = nanos(detector, best);
    while (System.nanoTime() < end) {
      final List<String> other = changed(dice.nextInt(4) == 0 ? List.of() : best, dice);
      final long nanos = nanos(detector, other);
      if (nanos > slowest && nanos(detector, other) > slowest) {
        best = other;
        slowest = nanos;
      }
    }
    return String.join("", best);
  }

  private static List<String> changed(final List<String> unit, final Random dice) {
    final List<String> changed = new ArrayList<>(unit);
    if (!changed.isEmpty() && (changed.size() == LONGEST || dice.nextInt(3) == 0)) {
      changed.remove(dice.nextInt(changed.size()));
    }
    final int more = 1 + dice.nextInt(2);
    for (int i = 0; i < more && changed.size() < LONGEST; i++) {
      changed.add(dice.nextInt(changed.size() + 1), PIECES.get(dice.nextInt(PIECES.size())));
    }
    return changed;
  }

  /** The fastest of some looks: what else runs here makes them slower only. */
  private static long nanos(final Detector detector, final List<String> unit) {
    final ScanRequest request =
        BenchmarkTexts.plain(repeated(String.join("", unit), LENGTH));
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < LOOKS; i++) {
      final long start = System.nanoTime();
      detector.scan(request);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  private static String repeated(final String unit, final int length) {
    return unit.repeat(length / unit.length() + 1).substring(0, length);
  }
}
