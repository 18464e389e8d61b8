package io.gatehouse.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A carrier's word on a message it took. Words come in any order, so each has a rank, and only a
 * higher one counts.
 */
public enum SmsStatus {
  ACCEPTED(10),
  SCHEDULED(10),
  QUEUED(20),
  SENDING(30),
  /** May stay the last where the recipient's network gives no receipts. */
  SENT(40),
  PARTIALLY_DELIVERED(45),
  DELIVERED(50),
  UNDELIVERED(50),
  FAILED(50),
  CANCELED(50),
  READ(60);

  /** From here on nothing more is asked. */
  static final int FINAL = 50;

  private final int rank;

  SmsStatus(final int rank) {
    this.rank = rank;
  }

  /**
   * @return empty for a word that is not known, or not about a message of ours
   */
  public static Optional<SmsStatus> of(final String word) {
    return Arrays.stream(values()).filter(status -> status.wire().equals(word)).findFirst();
  }

  int rank() {
    return rank;
  }

  boolean arrived() {
    return this == DELIVERED || this == READ;
  }

  boolean failed() {
    return this == UNDELIVERED || this == FAILED || this == CANCELED;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
