package io.gatehouse.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Scores;
import io.gatehouse.categories.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CP Rail paid a dividend",
        "the cp file is in the portal",
        "one celery stalk for the rabbit",
        "a quote for death threat insurance",
        "is there a hardcore gym nearby?",
        "our underage workers policy",
        "please update the threat model",
        "tickets for the murder mystery night",
        "kill the process and start again",
        "I'm cutting myself some slack this month",
        "we donate to a suicide prevention hotline",
        "in a crisis call the suicide hotline at 988",
        "j'ai failli mourir de rire",
        "me muero de ganas de ver al cachorro",
        "these forms are killing me",
      })
  void b49_words_that_mean_something_else_pass(final String text) {
    assertThat(Opinions.of(text)).extracting(Opinion::ruling).isEqualTo(Ruling.ALLOW);
    assertThat(Opinions.of(text).scores()).isEqualTo(Scores.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "He said it was no threat. I will kill you, violence",
    "we are threatening you, violence",
    "I will murder your family, violence",
    "people like you deserve to be killed, violence",
    "I enjoy harassing you, harassment",
    "I have been stalking you for weeks, harassment",
    "I will stalk you wherever you move, harassment",
    "you are a worthless idiot, harassment",
    "send me nude pics, sexual",
    "do you trade child porn, sexual_minors",
    "I do like pictures of naked kids, sexual_minors",
    "je vais te tuer, violence",
    "te voy a matar, violence",
  })
  void b49_the_same_words_said_to_somebody_are_found_in_every_inflection(
      final String text, final String category) {
    final Opinion opinion = Opinions.of(text);
    assertThat(opinion.ruling()).isNotEqualTo(Ruling.ALLOW);
    assertThat(opinion.scores().of(Category.of(category).orElseThrow())).isGreaterThan(0.55);
    assertThat(opinion.reasons()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to die",
        "i cut myself again last night",
        "I have been thinking about suicide",
        "everybody would be better off without me",
        "je veux en finir avec la vie",
        "me quiero morir, ya no puedo mas",
      })
  void b49_who_seeks_help_goes_to_a_person_and_is_not_hidden(final String text) {
    final Opinion opinion = Opinions.of(text);
    assertThat(opinion.help()).isTrue();
    assertThat(opinion.scores().of(Category.SELF_HARM)).isGreaterThanOrEqualTo(0.8);
    assertThat(opinion.ruling()).isEqualTo(Ruling.QUARANTINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kill yourself",
        "just k.y.s already",
        "go k1ll yourself",
        "suicide-toi",
        "mátate"
      })
  void who_urges_somebody_to_it_seeks_no_help(final String text) {
    final Opinion opinion = Opinions.of(text);
    assertThat(opinion.help()).isFalse();
    assertThat(opinion.scores().of(Category.HARASSMENT)).isGreaterThanOrEqualTo(0.85);
    assertThat(opinion.scores().of(Category.SELF_HARM)).isGreaterThanOrEqualTo(0.85);
    assertThat(opinion.ruling()).isEqualTo(Ruling.BLOCK);
  }

  @Test
  void an_excuse_reaches_no_further_than_its_own_words() {
    assertThat(Opinions.of("I will kill the process and then kill you").ruling())
        .isEqualTo(Ruling.QUARANTINE);
    assertThat(Opinions.of("I would never hurt you. But my brother will kill you").ruling())
        .isEqualTo(Ruling.QUARANTINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will k i l l you",
        "I will k1ll you",
        "I will kıll you",
        "I will k\u200Bill you"
      })
  void a_disguised_word_is_read(final String text) {
    assertThat(Opinions.of(text).scores().of(Category.VIOLENCE)).isGreaterThan(0.55);
  }

  @Test
  void nothing_said_is_a_zero_in_every_category() {
    for (final String empty : List.of("", "   ", "\n", "🙂")) {
      assertThat(Opinions.of(empty).scores().wire().values()).containsOnly(0.0).hasSize(6);
      assertThat(Opinions.of(empty).ruling()).isEqualTo(Ruling.ALLOW);
    }
  }

  @Test
  void hate_is_left_to_organizations_and_reports() {
    assertThat(Opinions.of("I hate your kind, you people are vermin").scores().of(Category.HATE))
        .isZero();
  }

  @Test
  void the_same_text_gives_the_same_opinion_and_says_who_decided() {
    final Opinion opinion = Opinions.of("I will find you and kill you");
    assertThat(Opinions.of("I will find you and kill you")).isEqualTo(opinion);
    assertThat(opinion.by()).isEqualTo("keywords");
    assertThat(opinion.confidence()).isEqualTo(0.8, within(1e-9));
    assertThat(String.join(" ", opinion.reasons())).doesNotContain("find you");
  }

  @Test
  void markup_hides_nothing() {
    final var html = Folder.html("<p>I will <b>ki</b>ll&nbsp;you</p>");
    assertThat(
            Opinions.KEYWORDS
                .opinion(html, Rules.NONE, Thresholds.STANDARD)
                .scores()
                .of(Category.VIOLENCE))
        .isGreaterThan(0.55);
  }

  @Test
  void who_answers_or_reports_such_words_is_not_hidden_for_them() {
    final var answer = Folder.html("<blockquote>kill yourself</blockquote><p>please stop</p>");
    assertThat(Opinions.KEYWORDS.opinion(answer, Rules.NONE, Thresholds.STANDARD).ruling())
        .isEqualTo(Ruling.QUARANTINE);
    assertThat(Opinions.of("My sitter told me \"go kill yourself\" on Monday").ruling())
        .isEqualTo(Ruling.QUARANTINE);
  }

  @Test
  void a_file_that_claims_more_than_words_can_tell_stops_the_start() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files("[a violence] Sure.\n0.96 boo"))
        .withMessageContaining("above 0.95");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files("[a noise] Sure.\n0.5 boo"))
        .withMessageContaining("no such category: noise");
  }

  private static PhraseFiles files(final String content) {
    return new PhraseFiles(List.of(new DataFile("frames/xx.txt", content)));
  }
}
