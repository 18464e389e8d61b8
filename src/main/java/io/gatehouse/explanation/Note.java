package io.gatehouse.explanation;

import io.gatehouse.detection.Span;
import io.gatehouse.explanation.Explanation.Phrase;
import java.util.List;

/**
 * Something the observer saw judged.
 *
 * @param span of the original text
 * @param read what stands there, folded
 */
record Note(
    Span span,
    String read,
    String topic,
    String rule,
    double confidence,
    Cause cause,
    List<String> words,
    List<Phrase> phrases) {

  /** Whether both speak of the same thing. */
  boolean sameAs(final Note other) {
    return topic.equals(other.topic) && span.overlaps(other.span);
  }

  /** The surer one tells more; of two as sure, the wider. */
  boolean tellsMoreThan(final Note other) {
    final int width = span.end() - span.start();
    final int othersWidth = other.span.end() - other.span.start();
    return confidence > other.confidence || (confidence == other.confidence && width > othersWidth);
  }
}
