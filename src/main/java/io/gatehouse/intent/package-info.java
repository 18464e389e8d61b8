/**
 * What a sentence is after, weighed by a small linear model: words, neighbouring words, and the
 * concepts behind them in any language. Pure; writes no tables.
 */
@NullMarked
package io.gatehouse.intent;

import org.jspecify.annotations.NullMarked;
