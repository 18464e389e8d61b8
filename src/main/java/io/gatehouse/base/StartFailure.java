package io.gatehouse.base;

import java.util.List;

/**
 * Why the program cannot start or go on, told to the person at the terminal without a stack trace:
 * the message says what is wrong and what to do.
 */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private StartFailure(final int exitCode, final String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /** Something outside the configuration failed; exit code 1. */
  public static StartFailure because(final String message) {
    return new StartFailure(1, message);
  }

  /** The configuration is wrong; exit code 2. */
  public static StartFailure configuration(final List<String> complaints) {
    return new StartFailure(2, String.join(System.lineSeparator(), complaints));
  }

  public int exitCode() {
    return exitCode;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
