/**
 * Text in, findings and risk out. Pure: no framework, no clock, no I/O beyond its own data files.
 * Uses {@code base} only and writes no table.
 */
@NullMarked
package io.gatehouse.detection;

import org.jspecify.annotations.NullMarked;
