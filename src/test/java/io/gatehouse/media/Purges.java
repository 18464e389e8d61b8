package io.gatehouse.media;

import jakarta.inject.Singleton;

/** Lets a test of another package run what is run every hour. */
@Singleton
public final class Purges {

  private final Purge purge;

  Purges(final Purge purge) {
    this.purge = purge;
  }

  public void run() {
    purge.run();
  }
}
