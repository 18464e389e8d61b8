/**
 * The one path every message takes: screened, decided, recorded, and overruled by the owner. Writes
 * no table itself; the events package keeps what it decides.
 */
@NullMarked
package io.gatehouse.gate;

import org.jspecify.annotations.NullMarked;
