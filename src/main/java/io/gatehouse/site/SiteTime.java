package io.gatehouse.site;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/**
 * A site's dates: {@code YYYY-MM-DD HH:MM:SS[.ffffff]} in its own time zone, without an offset.
 *
 * <p>Where clocks are set back an hour comes twice and its times mean the first; a time that clocks
 * set forward leave out is taken as long after the change as it says. Both is how {@link
 * LocalDateTime#atZone} has it.
 */
public final class SiteTime {

  private static final int DIGITS = 6;

  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, DIGITS, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter WRITE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private SiteTime() {}

  /** Empty when it is no such date. */
  public static Optional<Instant> read(final ZoneId zone, final String written) {
    try {
      return Optional.of(LocalDateTime.parse(written.strip(), READ).atZone(zone).toInstant());
    } catch (final DateTimeParseException other) {
      return Optional.empty();
    }
  }

  /**
   * The latest time such that no document written at the instant or after it bears an earlier one,
   * which is what a lower bound must be. That is the local time, except in the hour before clocks
   * are set back: then it is the time they are set back to.
   */
  public static String write(final ZoneId zone, final Instant instant) {
    final LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    final ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
    final boolean repeats =
        next != null && next.isOverlap() && local.isAfter(next.getDateTimeAfter());
    return WRITE.format(repeats ? next.getDateTimeAfter() : local);
  }
}
