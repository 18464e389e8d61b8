package io.gatehouse.week;

import java.util.random.RandomGenerator;

/** What goes wrong with a request to send, and how often in a thousand. */
enum Fault {
  TOO_MANY_REQUESTS(30, false),
  ERROR_BEFORE_ACTING(15, false),
  ERROR_AFTER_ACTING(15, true),
  SILENCE_AFTER_ACTING(5, true),
  RESET_BEFORE_ACTING(5, false),
  RESET_AFTER_ACTING(10, true),
  BROKEN_JSON_AFTER_ACTING(10, true),
  NULL_AFTER_ACTING(5, true),
  REFUSED_QUEUE_FULL(5, false),
  NONE(900, true);

  private final int perMille;

  /** Whether the message was sent all the same. */
  final boolean acts;

  Fault(final int perMille, final boolean acts) {
    this.perMille = perMille;
    this.acts = acts;
  }

  static Fault next(final RandomGenerator chance) {
    int drawn = chance.nextInt(1000);
    for (final Fault fault : values()) {
      drawn -= fault.perMille;
      if (drawn < 0) {
        return fault;
      }
    }
    return NONE;
  }
}
