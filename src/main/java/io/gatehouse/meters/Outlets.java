package io.gatehouse.meters;

/** The kinds of places the feed goes to. */
enum Outlets {
  REDIS,
  WEBHOOK;

  static Outlets of(final String name) {
    return name.equals("redis") ? REDIS : WEBHOOK;
  }
}
