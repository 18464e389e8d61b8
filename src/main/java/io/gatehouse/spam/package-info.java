/**
 * Knows spam in the names people sign up with and in what they invite others by (S2.17). Text in,
 * score and reasons out. Pure; linear in the length of the text. Writes no table.
 */
@NullMarked
package io.gatehouse.spam;

import org.jspecify.annotations.NullMarked;
