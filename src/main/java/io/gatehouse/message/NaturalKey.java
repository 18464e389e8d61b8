package io.gatehouse.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The name a message has where it comes from, by which a repeat is recognised.
 *
 * @param source names of different sources may be equal: {@code twilio}, {@code communication} …
 * @param keptFor null for ever; a time for names made from a payload's bytes
 */
public record NaturalKey(String source, String key, @Nullable Duration keptFor) {}
