/**
 * How a client and a provider stand after repeated strikes (S1.6): under review, suspended for a
 * time, restored. Writes pair_standing and pair_told.
 */
@NullMarked
package io.gatehouse.standings;

import org.jspecify.annotations.NullMarked;
