package io.gatehouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frappe writes dates in the site's own time zone and gives no offset. */
class SiteTimeTest {

  private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");

  @ParameterizedTest
  @CsvSource({
    "2026-01-20 14:03:11.482913, 2026-01-20T22:03:11.482913Z",
    "2026-07-20 14:03:11.482913, 2026-07-20T21:03:11.482913Z",
    "2026-01-20 14:03:11,        2026-01-20T22:03:11Z",
    "2026-01-20 14:03:11.5,      2026-01-20T22:03:11.5Z",
  })
  void a_date_is_read_in_the_site_s_zone(final String written, final String instant) {
    assertThat(SiteTime.read(VANCOUVER, written)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-01-20", "2026-13-20 10:00:00", "yesterday", "None"})
  void anything_else_is_no_date(final String written) {
    assertThat(SiteTime.read(VANCOUVER, written)).isEmpty();
  }

  @Test
  void an_hour_that_comes_twice_is_the_first_one() {
    assertThat(SiteTime.read(VANCOUVER, "2026-11-01 01:30:00"))
        .contains(Instant.parse("2026-11-01T08:30:00Z"));
  }

  @Test
  void a_time_that_is_left_out_is_as_long_after_the_change_as_it_says() {
    assertThat(SiteTime.read(VANCOUVER, "2026-03-08 02:30:00"))
        .contains(Instant.parse("2026-03-08T10:30:00Z"));
  }

  @Test
  void what_is_written_reads_the_same() {
    final Instant instant = Instant.parse("2026-07-20T21:03:11.482913Z");
    final String written = SiteTime.write(VANCOUVER, instant);
    assertThat(written).isEqualTo("2026-07-20 14:03:11.482913");
    assertThat(SiteTime.read(VANCOUVER, written)).contains(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T07:30:00Z, 2026-11-01 00:30:00.000000",
    "2026-11-01T08:50:00Z, 2026-11-01 01:00:00.000000",
    "2026-11-01T09:10:00Z, 2026-11-01 01:10:00.000000",
  })
  void no_document_of_the_hour_s_second_time_lies_before_a_bound_of_its_first(
      final String instant, final String bound) {
    assertThat(SiteTime.write(VANCOUVER, Instant.parse(instant))).isEqualTo(bound);
  }
}
