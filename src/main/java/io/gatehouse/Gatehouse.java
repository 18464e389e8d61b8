package io.gatehouse;

/** The command line. */
public final class Gatehouse {
  private Gatehouse() {}

  public static void main(final String[] args) {}
}
