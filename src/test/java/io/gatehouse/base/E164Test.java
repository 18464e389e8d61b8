package io.gatehouse.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class E164Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6045550143",
        "+1 604-555-0143",
        "1-604-555-0143",
        "(604) 555-0143",
        "604.555.0143"
      })
  void every_way_of_writing_one_number_is_one_value_B8(final String written) {
    assertThat(E164.parse(written, "CA")).contains(new E164("+16045550143"));
  }

  @ParameterizedTest
  @CsvSource({"020 7946 0123, GB, +442079460123", "01 99 00 12 34, FR, +33199001234"})
  void the_region_gives_the_country_code(
      final String written, final String region, final String value) {
    assertThat(E164.parse(written, region)).contains(new E164(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "call me", "12", "+", "0000000000000000000000"})
  void what_is_no_number_has_no_value(final String written) {
    assertThat(E164.parse(written, "CA")).isEmpty();
  }

  @Test
  void a_masked_number_shows_its_last_digits_alone() {
    assertThat(new E164("+16045550143").masked()).isEqualTo("***-***-0143");
  }
}
