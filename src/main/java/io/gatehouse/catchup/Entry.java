package io.gatehouse.catchup;

/**
 * A document in a list.
 *
 * @param stamp when it was made or changed, in the site's local time
 */
record Entry(String name, String stamp) {}
