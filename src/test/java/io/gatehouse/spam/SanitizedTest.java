package io.gatehouse.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizedTest {

  private static final SpamDetector DETECTOR = SpamDetector.standard();

  @Test
  void links_controls_and_marks_of_direction_are_left_out_and_markup_stays_text() {
    assertThat(shown("A\u0000\u202E <b>pets</b>\n\tsee https://a.example.com/x?y=1 now"))
        .isEqualTo("A <b>pets</b> see [URL_REMOVED] now");
  }

  @Test
  void a_long_text_is_cut_between_characters_as_they_are_seen() {
    final String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    final String shown = shown("a".repeat(97) + family + family);
    assertThat(shown).isEqualTo("a".repeat(97));
    assertThat(shown("\uD83D\uDC36".repeat(150)).codePointCount(0, 200)).isEqualTo(100);
    assertThat(shown("e\u0301".repeat(99))).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\uD83D", "", " ", "\u200B", "[URL_REMOVED]", "http://", "://", "\uDC36a"})
  void no_text_is_too_odd(final String text) {
    assertThat(shown(text)).doesNotContain("\uD83D").doesNotContain("\uDC36");
  }

  @Test
  @Timeout(20)
  void ten_times_the_text_takes_no_longer_than_the_cap_allows() {
    for (final String part : new String[] {"free iphone ", "a.", "1 ", "Ра", "@x ", "win a "}) {
      final long started = System.nanoTime();
      shown(part.repeat(500_000 / part.length()));
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    }
  }

  private static String shown(final String text) {
    return DETECTOR.judge(text, SpamKind.ORGANIZATION_NAME, SpamRules.STANDARD, "CA").sanitized();
  }
}
