/**
 * A WebSocket below the framework's, where it leaves a server open to its peers: when to read on,
 * how much is unsent, what is too long to be kept. Writes no table.
 */
@NullMarked
package io.gatehouse.socket;

import org.jspecify.annotations.NullMarked;
