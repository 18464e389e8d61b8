package io.gatehouse.stream;

/**
 * How the stream is doing.
 *
 * @param length about how many entries it holds; what was seen last where Redis is away
 * @param lastId the greatest id it gave, {@code 0-0} where there is none; likewise
 * @param trouble why it is away, as a code; empty where it is not
 */
public record StreamState(Standing standing, long length, String lastId, String trouble) {

  /** Whether there is a Redis. */
  public enum Standing {
    /** None is named. */
    DISABLED,
    CONNECTED,
    /** It does not answer, or lets nobody in. */
    DISCONNECTED
  }

  static StreamState unseen(final Standing standing) {
    return new StreamState(standing, 0, StreamId.NONE.toString(), "");
  }

  StreamState away(final String code) {
    return new StreamState(Standing.DISCONNECTED, length, lastId, code);
  }
}
