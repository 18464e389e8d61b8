package io.gatehouse.twilio;

import java.util.Optional;

/**
 * A request as far as its signature covers it.
 *
 * @param url exactly as Twilio called it: nothing decoded, sorted or normalised
 * @param form the body's parameters; absent for any other body, which then must be named by its
 *     hash in the URL
 * @param body empty for GET
 */
record SignedRequest(String url, Optional<Form> form, byte[] body) {}
