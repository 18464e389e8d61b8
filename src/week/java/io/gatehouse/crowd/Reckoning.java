package io.gatehouse.crowd;

import io.gatehouse.week.Server;

/** Compares what the crowd was told with what the gateway has. */
final class Reckoning {

  private final Server server;
  private final Talking talking;

  Reckoning(final Server server, final Talking talking) {
    this.server = server;
    this.talking = talking;
  }

  boolean right() {
    return server != null && talking.unanswered() == 0;
  }
}
