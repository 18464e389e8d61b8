/**
 * Attacks the detector with known leaks in every disguise it claims to see through, and in pairs of
 * them, and says what got past. Its words and alphabets are its own, so that it does not test a
 * list against itself. Writes no table.
 */
@NullMarked
package io.gatehouse.redteam;

import org.jspecify.annotations.NullMarked;
