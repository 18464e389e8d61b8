/**
 * The edge to programs that send: a text of one side of a conversation is screened before it
 * leaves, and whoever sends it hears at once what became of it (S5.8). Speaks our own API and the
 * shapes of ERPNext's SMS Settings. Writes no table.
 */
@NullMarked
package io.gatehouse.sending;

import org.jspecify.annotations.NullMarked;
