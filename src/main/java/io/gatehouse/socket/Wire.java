package io.gatehouse.socket;

/** One peer as a connection sees it; used on the connection's own thread but for {@link #later}. */
public interface Wire {

  void send(String text);

  /** Bytes of what was sent that the peer has not taken yet. */
  long unread();

  void ping();

  /**
   * Stops or goes on reading what the peer sends, so that a fast one fills its own buffers and not
   * ours.
   */
  void reading(boolean on);

  /**
   * Says why and ends it, even if the peer does not listen.
   *
   * @param code RFC 6455 §7.4
   */
  void close(int code, String reason);

  /** Runs it soon on the connection's own thread. */
  void later(Runnable task);
}
