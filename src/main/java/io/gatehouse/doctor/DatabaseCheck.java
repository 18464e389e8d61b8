package io.gatehouse.doctor;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether the database answers quickly and its clock agrees with ours. */
@Singleton
class DatabaseCheck implements Check {

  private static final Duration SLOW = Duration.ofMillis(500);
  private static final Duration MOST_APART = Duration.ofSeconds(5);
  private static final long MEGABYTE = 1_000_000;

  private final HealthRepository health;
  private final Clock clock;

  DatabaseCheck(final HealthRepository health, final Clock clock) {
    this.health = health;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Instant start = clock.instant();
    final HealthRepository.Server server = health.server();
    final Instant end = clock.instant();
    final Duration took = Duration.between(start, end);
    final Duration apart = Duration.between(end, server.at()).abs();
    final String detail =
        "PostgreSQL %s, %d MB, answers in %d ms"
            .formatted(server.version(), server.bytes() / MEGABYTE, took.toMillis());
    if (apart.compareTo(MOST_APART) > 0) {
      return new Finding(
          State.TROUBLE,
          detail + "; its clock is " + apart.toSeconds() + " s off",
          "Let NTP set the clocks of both machines.");
    }
    return took.compareTo(SLOW) <= 0
        ? Finding.fine(detail)
        : new Finding(State.NOTE, detail, "Put the database nearer, or look what keeps it busy.");
  }
}
