package io.gatehouse.wiring;

import io.gatehouse.base.StartFailure;
import java.net.BindException;
import org.flywaydb.core.api.FlywayException;

/** Finds, under the framework's layers, what a person can mend. */
final class StartTroubles {

  private StartTroubles() {}

  /** The failure itself when it is none that is known here. */
  static RuntimeException explained(final RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof final StartFailure known) {
        return known;
      }
      if (cause instanceof BindException) {
        return StartFailure.because(
            "PORT or HEALTH_PORT is taken by another program. Stop that, or set another port.");
      }
      if (cause instanceof final FlywayException migration) {
        return StartFailure.because("The tables could not be prepared: " + migration.getMessage());
      }
    }
    return failure;
  }
}
