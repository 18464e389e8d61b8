package io.gatehouse.portal;

/**
 * An Issue and the two who write in it.
 *
 * @param watched whether the gateway is to read it
 */
record Matter(String issue, String client, String advisor, String phone, boolean watched) {}
