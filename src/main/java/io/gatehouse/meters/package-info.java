/**
 * Figures for Prometheus: what was decided and how fast, what was found, what waits to be done.
 * They name no organization, no person and no text. Writes no table.
 */
@NullMarked
package io.gatehouse.meters;

import org.jspecify.annotations.NullMarked;
