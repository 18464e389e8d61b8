/**
 * The feed as signed webhooks, one POST an entry, to the address an organization chose. Writes no
 * table.
 */
@NullMarked
package io.gatehouse.subscription;

import org.jspecify.annotations.NullMarked;
