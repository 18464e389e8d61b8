package io.gatehouse.recognition;

import org.jspecify.annotations.Nullable;

/**
 * Something a recognizer would report.
 *
 * @param from first canonical index
 * @param to one behind the last
 * @param topic class of finding by its wire name
 * @param value the thing itself, undisguised, to compare with lists; empty for phrases
 * @param disguise how it was hidden, or null
 * @param reason one sentence, or empty for the rule's own
 */
public record Candidate(
    int from,
    int to,
    String topic,
    String rule,
    double confidence,
    String value,
    @Nullable String disguise) {}
