/**
 * Phone numbers: digits weighed as numbers to call, look-alikes rejected. Pure. Writes no table.
 */
@NullMarked
package io.gatehouse.numbers;

import org.jspecify.annotations.NullMarked;
