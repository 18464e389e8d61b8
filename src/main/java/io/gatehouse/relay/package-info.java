/**
 * The relay by SMS: the pool of numbers, whose message to which number belongs to which
 * conversation, opt-outs, loops, limits on automatic answers, and the port to a carrier. Writes
 * relay_number, relay_route, opt_out and auto_reply.
 */
@NullMarked
package io.gatehouse.relay;

import org.jspecify.annotations.NullMarked;
