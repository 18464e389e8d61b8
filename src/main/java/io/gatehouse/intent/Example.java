package io.gatehouse.intent;

import org.jspecify.annotations.Nullable;

/**
 * A sentence whose purpose is known.
 *
 * @param topic its class of finding by wire name, or null for an honest one
 */
public record Example(Sentence sentence, @Nullable String topic) {}
