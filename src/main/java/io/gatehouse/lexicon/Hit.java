package io.gatehouse.lexicon;

/** A phrase that was said: tokens from (inclusive) to (exclusive). */
public record Hit(Line line, int from, int to) {}
