/**
 * Stops trying what keeps failing, for a while. Knows nothing of what it guards. Writes no table.
 */
@NullMarked
package io.gatehouse.breaker;

import org.jspecify.annotations.NullMarked;
