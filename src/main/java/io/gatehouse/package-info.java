/** Gatehouse: a message-integrity gateway. Only the command line lives here; it writes no table. */
@NullMarked
package io.gatehouse;

import org.jspecify.annotations.NullMarked;
