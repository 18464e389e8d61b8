/**
 * The one path every message takes: screened, decided and recorded; and how that is shown. Writes
 * no table itself; the events package keeps what it decides.
 */
@NullMarked
package io.gatehouse.gate;

import org.jspecify.annotations.NullMarked;
