/**
 * PostgreSQL of our own under the data directory: unpacked, initialised, started, stopped and,
 * after a crash of ours, taken back. Knows nothing of what is stored in it and writes no table.
 */
@NullMarked
package io.gatehouse.embedded;

import org.jspecify.annotations.NullMarked;
