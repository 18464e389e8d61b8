/**
 * A second opinion on what was recorded: which texts a language model is shown, after the commit
 * and never while somebody waits, and what is made of its answer. Writes no table itself.
 */
@NullMarked
package io.gatehouse.opinion;

import org.jspecify.annotations.NullMarked;
