package io.gatehouse.detection;

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
 */
public record Finding(
    int message,
    Span span,
    FindingClass type,
    String rule,
    double confidence,
    @Nullable String disguise,
    String reason) {}
