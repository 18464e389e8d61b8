package io.gatehouse.outage;

import io.micronaut.data.connection.exceptions.ConnectionException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a statement that failed. */
public final class DatabaseAway {

  /** What the pool says, without a state, about a connection it closed because it was broken. */
  private static final String POOL_CLOSED_IT = "Connection is closed";

  private static final String CONNECTION_EXCEPTION = "08";

  /** admin_shutdown, crash_shutdown, cannot_connect_now (PostgreSQL, appendix A). */
  private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03");

  private DatabaseAway() {}

  public static boolean causes(final Throwable failure) {
    @Nullable Throwable current = failure;
    for (int depth = 0; current != null && depth < 20; depth++) {
      if (current instanceof ConnectionException
          || (current instanceof final SQLException database && isAway(database))) {
        return true;
      }
      current = current.getCause();
    }
    return false;
  }

  private static boolean isAway(final SQLException failure) {
    final String state = String.valueOf(failure.getSQLState());
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || state.startsWith(CONNECTION_EXCEPTION)
        || SHUTDOWNS.contains(state)
        || POOL_CLOSED_IT.equals(failure.getMessage());
  }
}
