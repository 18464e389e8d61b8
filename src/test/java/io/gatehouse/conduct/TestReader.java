package io.gatehouse.conduct;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;

/** A second reader that is there for tests that ask for it. */
@Singleton
public final class TestReader implements SecondReader {

  private volatile boolean reading;

  @Override
  public boolean reads(final OrganizationId organization) {
    return reading;
  }

  public void reads(final boolean now) {
    reading = now;
  }
}
