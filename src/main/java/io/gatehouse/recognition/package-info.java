/**
 * Recognizers: each looks for one kind of thing, rejects look-alikes and weighs what is left. Pure;
 * what is on a deployment's lists is decided above. Writes no table.
 */
@NullMarked
package io.gatehouse.recognition;

import org.jspecify.annotations.NullMarked;
