/**
 * A scripted week of the SMS relay: the real server as a process of its own, a Twilio that fails in
 * every way its documents tell of, and a count of what was lost, doubled, out of order or leaked.
 */
@NullMarked
package io.gatehouse.week;

import org.jspecify.annotations.NullMarked;
