/**
 * How people treat each other in messages: moderation as the second layer behind the leak detection
 * (S4.1), in memory (S4.13), and what its authors and owners are told. Writes no table.
 */
@NullMarked
package io.gatehouse.conduct;

import org.jspecify.annotations.NullMarked;
