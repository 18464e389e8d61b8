package io.gatehouse.detection;

import io.gatehouse.asides.Setting;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence.
 *
 * @param message which text the span points into: an index into the earlier messages of the scan,
 *     or their number for the message under scrutiny
 * @param rule the id of the rule that found it, stable across releases
 * @param confidence 0 to 1
 * @param disguise how it was hidden (a tag such as {@code spelled_digits}), or null when it was not
 * @param reason one sentence for the owner; never repeats the text itself
 * @param setting which part of the message it stands in
 */
public record Finding(
    int message,
    Span span,
    FindingClass type,
    String rule,
    double confidence,
    @Nullable String disguise,
    String reason,
    Setting setting) {

  /** One that stands in what the sender says. */
  public Finding(
      final int message,
      final Span span,
      final FindingClass type,
      final String rule,
      final double confidence,
      final @Nullable String disguise,
      final String reason) {
    this(message, span, type, rule, confidence, disguise, reason, Setting.BODY);
  }

  /** The same where messages are counted from another one on. */
  public Finding inMessage(final int index) {
    return new Finding(index, span, type, rule, confidence, disguise, reason, setting);
  }
}
