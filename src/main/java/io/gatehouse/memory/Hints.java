package io.gatehouse.memory;

import io.gatehouse.lexicon.Hit;
import io.gatehouse.recognition.Reading;
import java.util.List;

/** Phrases that say how to take the pieces; they are no offence by themselves. */
final class Hints {

  private static final String TURNED = "hint.turned";

  private Hints() {}

  /** Whether something is to be read from its end. */
  static boolean turned(final Reading reading) {
    return reading.says("piece_turned", 0, reading.words().size()) || says(reading, TURNED);
  }

  private static boolean says(final Reading reading, final String rule) {
    final List<Hit> hits = reading.hits();
    return hits.stream().anyMatch(hit -> hit.line().rule().id().equals(rule));
  }
}
