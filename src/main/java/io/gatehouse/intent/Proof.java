package io.gatehouse.intent;

/**
 * One feature's part in a judgement.
 *
 * @param said the feature as a person reads it
 * @param weight log-odds it adds; negative where it speaks against
 * @param from first word it was seen at
 * @param to one behind the last
 */
public record Proof(String said, double weight, int from, int to) {}
