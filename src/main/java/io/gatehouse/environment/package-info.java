/**
 * Turns environment variables into the {@link io.gatehouse.base.Environment}, or says what is wrong
 * with them. Writes no table.
 */
@NullMarked
package io.gatehouse.environment;

import org.jspecify.annotations.NullMarked;
