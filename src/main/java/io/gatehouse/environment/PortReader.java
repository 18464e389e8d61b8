package io.gatehouse.environment;

import static io.gatehouse.environment.Variable.HEALTH_PORT;
import static io.gatehouse.environment.Variable.PORT;
import static io.gatehouse.environment.Variable.WS_PORT;

import java.util.Optional;
import java.util.OptionalInt;

/** Reads where to listen: chat applications and all others knock at one door (X10). */
final class PortReader {

  private static final int STANDARD = 8080;
  private static final int LAST = 65_535;

  private PortReader() {}

  /** S3.3's name for the port stands in where the usual one is absent. */
  static int port(final Given given) {
    final Optional<Integer> usual = given.parsed(PORT, text -> Forms.number(text, 0, LAST));
    final Optional<Integer> chat = given.parsed(WS_PORT, text -> Forms.number(text, 0, LAST));
    if (usual.isPresent() && !usual.equals(chat)) {
      given.ignore(WS_PORT, "chat applications connect to PORT like everybody else");
    }
    return usual.or(() -> chat).orElse(STANDARD);
  }

  /** Absent also where it is the port that is open anyway. */
  static OptionalInt health(final Given given, final int port) {
    return given
        .parsed(HEALTH_PORT, text -> Forms.number(text, 1, LAST))
        .filter(health -> health != port)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }
}
