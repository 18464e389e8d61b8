/**
 * A message on its way: where it came from, what it says, what was decided. Values only; writes no
 * table.
 */
@NullMarked
package io.gatehouse.message;

import org.jspecify.annotations.NullMarked;
