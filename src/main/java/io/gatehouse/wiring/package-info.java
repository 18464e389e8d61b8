/**
 * Puts the features together: the clock and other shared beans, the translation of errors into
 * answers, starting and stopping. Sees every feature, is seen by none and writes no table.
 */
@NullMarked
package io.gatehouse.wiring;

import org.jspecify.annotations.NullMarked;
