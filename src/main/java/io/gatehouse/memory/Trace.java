package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;

/**
 * The piece that one message holds of something joined.
 *
 * @param message index in the conversation
 * @param text the message, which the candidate points into
 * @param candidate its value is that of the whole
 */
public record Trace(int message, Canonical text, Candidate candidate) {}
