/**
 * The other names that applications know our decisions and classes by (X3, X4). Pure; writes no
 * table.
 */
@NullMarked
package io.gatehouse.spoken;

import org.jspecify.annotations.NullMarked;
