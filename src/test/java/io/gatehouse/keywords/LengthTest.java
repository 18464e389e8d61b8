package io.gatehouse.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long or odd a text is, it is read in a time that its length bounds. */
class LengthTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i want to ",
        "you are a stupid ",
        "send me your ",
        "kill ",
        "k i l l ",
        "a",
        "i ",
        "12 ",
        "send naked pics of ",
        "i will not kill you ",
        "they said i ",
        "\u202E?!",
        "je vais te ",
      })
  void a_text_made_to_be_slow_is_not(final String piece) {
    final String text = piece.repeat(3 * Canonical.MAX_LENGTH / piece.length());
    assertTimeout(Duration.ofSeconds(20), () -> Opinions.of(text));
  }

  @Test
  void what_stands_behind_the_cap_is_not_read() {
    final String honest = "The invoice is in the portal. ".repeat(600);
    assertThat(honest.length()).isLessThan(Canonical.MAX_LENGTH);
    assertThat(Opinions.of(honest + "I will kill you.").scores().of(Category.VIOLENCE))
        .isGreaterThan(0.55);
    assertThat(Opinions.of(honest + honest + "I will kill you.").scores().of(Category.VIOLENCE))
        .isZero();
  }

  @Test
  void any_text_at_all_has_an_opinion() {
    final Random random = new Random(49);
    final List<String> parts =
        List.of(
            "kill", "you", "myself", "\u0000", "\uD800", "?", ".", "child", "porn", "i", "é", "\n");
    for (int i = 0; i < 500; i++) {
      final String text =
          random
              .ints(random.nextInt(30), 0, parts.size())
              .mapToObj(parts::get)
              .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
      final Opinion opinion = Opinions.of(text);
      assertThat(opinion.scores().wire().values()).hasSize(6).allMatch(s -> s >= 0 && s <= 0.95);
      assertThat(Opinions.of(text)).isEqualTo(opinion);
    }
  }
}
