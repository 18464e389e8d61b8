/**
 * What moderation speaks of: six categories, how sure somebody is of each, and what follows (S4.2
 * to S4.6). Pure. Writes no table.
 */
@NullMarked
package io.gatehouse.categories;

import org.jspecify.annotations.NullMarked;
