/** The client of Twilio's API: one request at a time, whose outcome is a value. Writes no table. */
@NullMarked
package io.gatehouse.carrier;

import org.jspecify.annotations.NullMarked;
