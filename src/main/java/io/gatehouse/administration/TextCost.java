package io.gatehouse.administration;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A text of the organization that costs more SMS segments than it needs to, because of characters
 * that GSM 03.38 does not have.
 *
 * @param key the text's name, or {@code words.brand} where a word brings the characters into texts
 *     of ours
 * @param language ISO 639
 * @param characters those at fault, each once
 * @param segments of the longest it can become, as it is
 * @param segmentsWithout the same if each of them were a character of GSM 03.38
 */
@Serdeable
record TextCost(
    String key, String language, String characters, int segments, int segmentsWithout) {}
