/**
 * Why a text was judged as it was: what it reads as, what was found, what was left alone, and how
 * the risk adds up. Looks on while the detector works; decides nothing. Writes no table.
 */
@NullMarked
package io.gatehouse.explanation;

import org.jspecify.annotations.NullMarked;
