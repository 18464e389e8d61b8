package io.gatehouse.catchup;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Times as Frappe writes them: {@code YYYY-MM-DD HH:MM:SS[.ffffff]} in the site's zone, without an
 * offset. They are compared with each other only, as texts, so that the zone need not be known; a
 * difference is taken as if there were no daylight saving.
 */
final class Stamps {

  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?");

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private Stamps() {}

  static boolean isOne(final String text) {
    return FORM.matcher(text).matches();
  }

  static String before(final String stamp, final Duration time) {
    return write(LocalDateTime.parse(stamp.replace(' ', 'T')).minus(time));
  }

  static String write(final LocalDateTime time) {
    return WRITTEN.format(time);
  }

  static String later(final String one, final String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
