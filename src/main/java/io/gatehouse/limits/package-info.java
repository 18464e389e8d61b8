/**
 * How often what may be done: sign-ups and invitations by a person and by an address, counted by
 * all instances together (S2.21, B37), and requests by a key and refusals by an address, counted by
 * each. Writes rate_limit_bucket and rate_limit_log.
 */
@NullMarked
package io.gatehouse.limits;

import org.jspecify.annotations.NullMarked;
