package io.gatehouse.feed;

import java.time.Duration;
import java.util.Optional;

/**
 * What an outlet made of the items it was handed.
 *
 * @param arrived how many of them, counted from the first, have certainly arrived
 * @param trouble why not all of them: a code without addresses and secrets
 * @param after when to try again, where the receiver said so
 */
public record Handed(int arrived, Optional<Trouble> trouble, Optional<Duration> after) {

  /**
   * @param code such as {@code unreachable} or {@code http_503}
   * @param lasting whether trying again is of no use until the outlet's target is another
   */
  public record Trouble(String code, boolean lasting) {}

  public static Handed all(final int items) {
    return new Handed(items, Optional.empty(), Optional.empty());
  }

  /** The rest is handed over again, after a pause that grows from try to try. */
  public static Handed only(final int arrived, final String code) {
    return new Handed(arrived, Optional.of(new Trouble(code, false)), Optional.empty());
  }

  /** The rest waits until the outlet leads elsewhere. */
  public static Handed over(final int arrived, final String code) {
    return new Handed(arrived, Optional.of(new Trouble(code, true)), Optional.empty());
  }

  /** The same, to be tried again after what the receiver asked for. */
  public Handed after(final Duration pause) {
    return new Handed(arrived, trouble, Optional.of(pause));
  }
}
