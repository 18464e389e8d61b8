/**
 * Cuts a message into its own text and what stands beside it: quoted history, signature,
 * disclaimer, footer. Pure; linear in the length of the text. Writes no table.
 */
@NullMarked
package io.gatehouse.asides;

import org.jspecify.annotations.NullMarked;
