package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, there is a result, and soon (B25, B47). */
class BadInputTest {

  private static final int MILLION = 1_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "\uD800",
        "a\uDC00b",
        "@",
        "@@@@",
        "...",
        "+",
        "(((",
        "%",
        "=4",
        "&#",
        "<",
        "<a href=",
        "\u202Ehello",
        "at dot at dot"
      })
  void odd_texts_are_read(final String text) {
    assertThat(Scans.chat(text)).isNotNull();
    assertThat(Scans.html(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "1 ",
        "@",
        "a@",
        "a.",
        "five ",
        "a at ",
        "<b>",
        "&#50;",
        "text me on ",
        "\n"
      })
  void a_million_characters_are_capped(final String unit) {
    final String text = unit.repeat(MILLION / unit.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Scans.chat(text).truncated()).isTrue();
          Scans.html(text);
        });
  }

  @Test
  void what_was_read_is_counted_and_the_rest_is_not() {
    final Scan plain = Scans.chat("hello ".repeat(10_000) + "604-555-0143");
    assertThat(plain.truncated()).isTrue();
    assertThat(plain.scanned()).isEqualTo(20_000);
    assertThat(plain.findings()).isEmpty();

    final Scan entities = Scans.html("&#104;".repeat(200_000));
    assertThat(entities.truncated()).isTrue();
    assertThat(entities.scanned()).isBetween(20_000, 1_200_000);

    final Scan whole = Scans.chat("hello");
    assertThat(whole.truncated()).isFalse();
    assertThat(whole.scanned()).isEqualTo(5);
    assertThat(Scans.chat("").scanned()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b><i>", "<table><tr><td>", "<blockquote>", "<a href='x'>"})
  void deep_html_is_read(final String open) {
    final String text = open.repeat(20_000) + "call 604-555-0143";
    Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(Scans.html(text)).isNotNull());
  }

  @Test
  void right_to_left_and_unknown_scripts_are_read() {
    final String hebrew =
        "\u202E\u05E9\u05DC\u05D5\u05DD \u05DE\u05D4 \u05E9\u05DC\u05D5\u05DE\u05DA 604-555-0143";
    assertThat(Scans.classes(Scans.chat(hebrew))).contains(FindingClass.PHONE_NUMBER);
    assertThat(Scans.chat("\uD801\uDC37\uD801\uDC38 \u1200\u1208 \uA000").findings()).isEmpty();
  }

  @Test
  void random_texts_give_spans_inside_and_in_order() {
    final Random random = new Random(7);
    final String alphabet = "ab1 05@.-(:/\n<>&;=é٤➀\uD83D\uDC00six at dot";
    for (int i = 0; i < 3_000; i++) {
      final StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(80); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      check(text.toString(), Scans.chat(text.toString()));
      check(text.toString(), Scans.html(text.toString()));
    }
  }

  private static void check(final String text, final Scan scan) {
    int last = 0;
    for (final Finding finding : scan.findings()) {
      assertThat(finding.span().start()).as(text).isGreaterThanOrEqualTo(last);
      assertThat(finding.span().end()).as(text).isLessThanOrEqualTo(text.length());
      last = finding.span().start();
    }
  }
}
