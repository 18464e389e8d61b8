package io.gatehouse.presend;

/** A line of input; {@code number} counts from 1 and includes blank lines. */
sealed interface Line {

  long number();

  /** The bytes between two line ends. */
  record Whole(long number, byte[] bytes) implements Line {}

  /** A line above the cap: read past, never held. */
  record TooLong(long number, int cap) implements Line {}
}
