/**
 * Findings, standing and settings in, one decision with its plan out. Pure: no framework, no clock.
 * Writes no table.
 */
@NullMarked
package io.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
