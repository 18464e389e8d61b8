/**
 * The edge to Twilio: webhooks proved by their signature and turned into messages, plans turned
 * into text messages, and the carrier that sends them. Writes no table.
 */
@NullMarked
package io.gatehouse.twilio;

import org.jspecify.annotations.NullMarked;
