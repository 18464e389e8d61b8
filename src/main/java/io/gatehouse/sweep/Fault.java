package io.gatehouse.sweep;

import io.gatehouse.base.Problem;
import io.gatehouse.outage.DatabaseAway;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose fault it is that a message was not recorded (B43). */
public enum Fault {
  /** The database cannot be reached: no other message can be recorded either. */
  AWAY,
  /** The database fails otherwise. */
  DATABASE,
  /** A mistake of ours; something in the message may have brought it about. */
  OURS,
  /** The message is one that nobody could record. */
  MESSAGE;

  /** Data exception, integrity constraint violation (PostgreSQL, appendix A). */
  private static final Set<String> OF_THE_MESSAGE = Set.of("22", "23");

  private static final int OURS_FROM = 500;
  private static final int DEEPEST = 20;

  public static Fault of(final Throwable failure) {
    if (DatabaseAway.causes(failure)) {
      return AWAY;
    }
    @Nullable Throwable current = failure;
    for (int depth = 0; current != null && depth < DEEPEST; depth++) {
      if (current instanceof final SQLException database) {
        return of(database);
      }
      if (current instanceof final Problem problem && problem.status() < OURS_FROM) {
        return MESSAGE;
      }
      current = current.getCause();
    }
    return OURS;
  }

  private static Fault of(final SQLException failure) {
    final String state = String.valueOf(failure.getSQLState());
    return state.length() > 2 && OF_THE_MESSAGE.contains(state.substring(0, 2))
        ? MESSAGE
        : DATABASE;
  }
}
