/**
 * A crowd that chats through the real server: how fast it is answered beside an echo of the same
 * framework, and what becomes of its messages while processes hang and die.
 */
@NullMarked
package io.gatehouse.crowd;

import org.jspecify.annotations.NullMarked;
