package io.gatehouse.wiring;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where an exception came from, without its message: messages quote what they stumbled over, which
 * may be what people wrote to each other.
 */
final class Trace {

  private static final int FRAMES = 12;
  private static final int CAUSES = 6;

  private Trace() {}

  static String of(final Throwable failure) {
    final var text = new StringBuilder();
    Throwable current = failure;
    for (int depth = 0; current != null && depth < CAUSES; depth++) {
      text.append(depth == 0 ? "" : " caused by ").append(current.getClass().getName());
      if (current instanceof final SQLException database) {
        text.append(" [").append(database.getSQLState()).append(']');
      }
      text.append(frames(current));
      current = current.getCause();
    }
    return text.toString();
  }

  private static String frames(final Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(FRAMES)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .collect(Collectors.joining(" ", " at ", ""));
  }
}
