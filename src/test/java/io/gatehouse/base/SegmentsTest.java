package io.gatehouse.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Segments.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits are GSM 03.38's and UCS-2's, as Twilio counts them. */
class SegmentsTest {

  @ParameterizedTest
  @CsvSource({"a, 160, 1", "a, 161, 2", "a, 306, 2", "a, 307, 3", "€, 80, 1", "€, 81, 2"})
  void plain_letters_travel_in_gsm_7(final String letter, final int times, final int segments) {
    final Segments counted = Segments.of(letter.repeat(times));
    assertThat(counted.encoding()).isEqualTo(Encoding.GSM7);
    assertThat(counted.count()).isEqualTo(segments);
    assertThat(counted.foreign()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ж, 70, 1", "ж, 71, 2", "ж, 134, 2", "ж, 135, 3", "🐶, 35, 1", "🐶, 36, 2"})
  void other_letters_travel_in_ucs_2(final String letter, final int times, final int segments) {
    final Segments counted = Segments.of(letter.repeat(times));
    assertThat(counted.encoding()).isEqualTo(Encoding.UCS2);
    assertThat(counted.count()).isEqualTo(segments);
    assertThat(counted.foreign()).isEqualTo(letter);
  }

  @Test
  void one_curly_quote_triples_a_text_of_150_letters() {
    assertThat(Segments.of("a".repeat(150)).count()).isEqualTo(1);
    assertThat(Segments.of("a".repeat(149) + "’").count()).isEqualTo(3);
  }

  @Test
  void no_character_is_cut_in_two() {
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).count()).isEqualTo(3);
    assertThat(Segments.of("").count()).isZero();
  }
}
