/**
 * Traces for OpenTelemetry, made only where an address for them is given. A span tells the route,
 * the outcome and the time, never an address, a text or a key. Writes no table.
 */
@NullMarked
package io.gatehouse.tracing;

import org.jspecify.annotations.NullMarked;
