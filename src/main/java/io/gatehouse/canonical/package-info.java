/**
 * The text as a reader sees it, folded to plain letters and digits, with a map back to what was
 * written. Pure; it proposes readings and condemns nothing. Writes no table.
 */
@NullMarked
package io.gatehouse.canonical;

import org.jspecify.annotations.NullMarked;
