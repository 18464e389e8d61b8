/**
 * Makes the model of {@code intent} from labelled messages, the same to the last digit whoever does
 * it. Writes no tables.
 */
@NullMarked
package io.gatehouse.training;

import org.jspecify.annotations.NullMarked;
