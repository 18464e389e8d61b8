/**
 * Offers and requests in words: what the phrases of a sentence say, and what the sentence reads
 * like as a whole. Pure; writes no tables.
 */
@NullMarked
package io.gatehouse.offers;

import org.jspecify.annotations.NullMarked;
