/**
 * JSON read in one way everywhere: bytes strictly, and documents part by part, so that every fault
 * is told at once and with its place. Writes no table.
 */
@NullMarked
package io.gatehouse.json;

import org.jspecify.annotations.NullMarked;
