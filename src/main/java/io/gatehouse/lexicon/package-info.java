/**
 * Words and phrases as data, matched in one pass over the words of a text. Pure: it knows what was
 * said, not whether that is allowed. Writes no table.
 */
@NullMarked
package io.gatehouse.lexicon;

import org.jspecify.annotations.NullMarked;
