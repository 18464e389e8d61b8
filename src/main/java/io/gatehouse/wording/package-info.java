/**
 * The wording that ships with Gatehouse and how its places are filled. Knows no organization and
 * writes no table.
 */
@NullMarked
package io.gatehouse.wording;

import org.jspecify.annotations.NullMarked;
