package io.gatehouse.model;

/**
 * A question as it is sent.
 *
 * @param body JSON
 * @param nonce what the answer must repeat
 */
@SuppressWarnings("ArrayRecordComponent")
record Question(byte[] body, String nonce) {

  /** S4.12; an answer takes about half of it. */
  static final int MOST_TOKENS = 200;
}
