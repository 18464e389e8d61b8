/**
 * Connects an account with a provider to this gateway: shows what the provider calls, sets it, and
 * reads it back. Writes no table.
 */
@NullMarked
package io.gatehouse.connecting;

import org.jspecify.annotations.NullMarked;
