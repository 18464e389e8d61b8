/** What commands share that ask a running gateway instead of being one. Writes no table. */
@NullMarked
package io.gatehouse.terminal;

import org.jspecify.annotations.NullMarked;
