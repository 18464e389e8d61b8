package io.gatehouse.keywords;

import static io.gatehouse.keywords.Opinions.pattern;
import static io.gatehouse.keywords.Opinions.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  @Test
  void words_of_an_organization_are_found_as_whole_words_whatever_their_case() {
    final Rules rules =
        Rules.of(List.of(words(Category.HATE, 0.9, "grobnik", "dirty zorp")), false);
    assertThat(Opinions.of("You GROBNIK!", rules).scores().of(Category.HATE)).isEqualTo(0.9);
    assertThat(Opinions.of("a dirty, dirty zorp", rules).ruling()).isEqualTo(Ruling.BLOCK);
    assertThat(Opinions.of("grobniks are fish", rules).ruling()).isEqualTo(Ruling.ALLOW);
    assertThat(Opinions.of("a dirty floor", rules).reasons()).isEmpty();
    assertThat(Opinions.of("You GROBNIK!").ruling()).isEqualTo(Ruling.ALLOW);
  }

  @Test
  void a_pattern_disregards_case_and_accents() {
    final Rules rules =
        Rules.of(List.of(pattern(Category.HATE, 0.6, "\\bgrobnìk(s|ette)?\\b")), false);
    assertThat(Opinions.of("les Gröbnikettes? non: GROBNIKETTE", rules).ruling())
        .isEqualTo(Ruling.QUARANTINE);
    assertThat(Opinions.of("grobnikum", rules).ruling()).isEqualTo(Ruling.ALLOW);
  }

  @Test
  void the_reason_names_the_rule_and_not_the_words() {
    final Rules rules =
        Rules.of(
            List.of(words(Category.SEXUAL, 0.6, "xyz"), words(Category.HATE, 0.7, "grobnik")),
            false);
    assertThat(Opinions.of("a grobnik", rules).reasons())
        .containsExactly("The organization's own rule 2 for hate matches.");
  }

  @Test
  void a_weight_of_zero_says_that_words_mean_nothing_here() {
    final String address = "We will kill you at Kill You Road";
    final Rules rules =
        Rules.of(
            List.of(
                words(Category.VIOLENCE, 0, "kill you road"),
                words(Category.HARASSMENT, 0.7, "road")),
            false);
    assertThat(Opinions.of("going to Kill You Road", rules).ruling()).isEqualTo(Ruling.ALLOW);
    assertThat(Opinions.of("going to Kill You Road").ruling()).isEqualTo(Ruling.QUARANTINE);
    assertThat(Opinions.of(address, rules).scores().of(Category.VIOLENCE)).isGreaterThan(0.55);
    final Rules same = Rules.of(List.of(pattern(Category.VIOLENCE, 0, "kill you road")), false);
    assertThat(Opinions.of("going to Kill You Road", same).ruling()).isEqualTo(Ruling.ALLOW);
  }

  @Test
  void own_rules_may_replace_ours_but_never_the_help() {
    final List<Rule> own = List.of(words(Category.HATE, 0.9, "grobnik"));
    assertThat(Opinions.of("I will kill you", Rules.of(own, false)).ruling())
        .isEqualTo(Ruling.QUARANTINE);
    assertThat(Opinions.of("I will kill you", Rules.of(own, true)).ruling())
        .isEqualTo(Ruling.ALLOW);
    assertThat(Opinions.of("I want to die", Rules.of(own, true)).help()).isTrue();
  }

  @Test
  void without_rules_the_defaults_hold_whatever_was_said_of_them() {
    assertThat(Opinions.of("I will kill you", Rules.of(List.of(), true)).ruling())
        .isEqualTo(Ruling.QUARANTINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+b", "(.*a){20}x", "([a-z]+)*[0-9]", "(a|a?)+c"})
  void b57_a_catastrophic_pattern_is_harmless(final String catastrophic) {
    final Rules rules =
        Rules.of(
            IntStream.range(0, 10)
                .mapToObj(i -> pattern(Category.HATE, 0.9, catastrophic))
                .toList(),
            false);
    final String text = "a".repeat(19_000) + "!";
    final Opinion opinion = assertTimeout(Duration.ofSeconds(20), () -> Opinions.of(text, rules));
    assertThat(opinion.ruling()).isEqualTo(Ruling.ALLOW);
  }

  @ParameterizedTest
  @CsvSource({
    "(, cannot be read",
    "a{1000}{1000}, cannot be read",
    "(?:abcde){900}, too large",
    "(a)\\1, cannot be read",
    "(?<!x)y, cannot be read",
    "a*, where nothing is written",
    "' ', 1 to 500",
  })
  void b57_a_pattern_that_is_none_is_told(final String pattern, final String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.of(pattern))
        .withMessageContaining(why);
  }

  @Test
  void a_weight_is_never_above_what_words_can_tell() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> words(Category.HATE, 0.951, "x"))
        .withMessageContaining("0.95");
  }
}
