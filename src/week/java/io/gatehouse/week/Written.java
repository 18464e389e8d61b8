package io.gatehouse.week;

/**
 * A message somebody wrote.
 *
 * @param name stands in the text, and in no other
 */
record Written(int number, Kind kind, Thread thread, boolean byClient, String name, String body) {

  enum Kind {
    HONEST,
    LEAK,
    /** A leak that the owner lets go. */
    FORGIVEN
  }

  /** Who talks with whom, by which numbers of ours. */
  record Thread(
      String ref, String client, String provider, String clientNumber, String providerNumber) {}

  String sid() {
    return "SM%032x".formatted(0xA0000000L + number);
  }

  String from() {
    return byClient ? thread.client() : thread.provider();
  }

  /** The number of ours it was written to. */
  String to() {
    return byClient ? thread.clientNumber() : thread.providerNumber();
  }

  String recipient() {
    return byClient ? thread.provider() : thread.client();
  }

  /** The number of ours its recipient knows. */
  String leavesBy() {
    return byClient ? thread.providerNumber() : thread.clientNumber();
  }
}
