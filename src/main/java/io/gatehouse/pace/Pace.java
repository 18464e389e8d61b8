package io.gatehouse.pace;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.SettingsBook;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Gives out turns and counts what was sent. Joins the running transaction. */
@Singleton
public class Pace {

  private static final int NANOS = 1000;

  private final PaceRepository pace;
  private final SettingsBook settings;
  private final Clock clock;

  Pace(final PaceRepository pace, final SettingsBook settings, final Clock clock) {
    this.pace = pace;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes a number's next turn for a message; each turn is given to one only.
   *
   * @param number ours
   * @return when it begins, not before now
   */
  @Transactional
  public Instant turn(final OrganizationId organization, final String number, final int segments) {
    final long micros =
        Limits.occupied(settings.current(organization).relay(), number, segments).toNanos() / NANOS;
    return pace.claim(organization.value(), number, now(), micros).minusNanos(micros * NANOS);
  }

  /** As exact as PostgreSQL keeps it: rounded up, a free turn would lie in the future. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Counts a message of today, in UTC.
   *
   * @param phone the recipient's
   * @return false when a ceiling is reached; the caller must roll back then
   */
  @Transactional
  public boolean count(final OrganizationId organization, final String phone) {
    final Map<String, Integer> ceilings =
        Limits.ceilings(settings.current(organization).relay(), phone);
    final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return ceilings.isEmpty()
        || pace.count(organization.value(), today, Limits.json(ceilings)) == ceilings.size();
  }
}
