/**
 * Sends the webhook fixtures to a gateway, as the providers would, and tells what it answered,
 * recorded and sent. Speaks to it over its HTTP interface alone and writes no table.
 */
@NullMarked
package io.gatehouse.rehearsal;

import org.jspecify.annotations.NullMarked;
