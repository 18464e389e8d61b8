package io.gatehouse.portal;

/**
 * A document somebody wrote.
 *
 * @param document its name on the site
 * @param leak whether it gives a phone number away
 */
record Said(Matter matter, String document, boolean leak) {}
