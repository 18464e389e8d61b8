/**
 * What only shows when several messages are read together: numbers, names and offers in pieces.
 * Pure; bounded by {@link io.gatehouse.memory.Talk#DEPTH} short messages. Writes no table.
 */
@NullMarked
package io.gatehouse.memory;

import org.jspecify.annotations.NullMarked;
