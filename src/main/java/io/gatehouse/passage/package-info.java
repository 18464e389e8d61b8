/**
 * Answers about chat messages in time: in order within a thread, several recorded together, within
 * a budget, and past it without being recorded yet. Writes no table.
 */
@NullMarked
package io.gatehouse.passage;

import org.jspecify.annotations.NullMarked;
