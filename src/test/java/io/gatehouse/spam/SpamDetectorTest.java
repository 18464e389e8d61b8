package io.gatehouse.spam;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.spam.Spam.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamDetectorTest {

  private static final SpamDetector DETECTOR = SpamDetector.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Free iPhone click here Inc",
        "Free iPhone click here LLC",
        "Free iPhone click here Lab",
        "Inc. Free iPhone click here & Co"
      })
  void b38_no_legal_form_makes_spam_honest(final String name) {
    final Spam spam = organization(name);
    assertThat(spam.verdict()).isEqualTo(Verdict.OBVIOUS);
    assertThat(codes(spam)).contains("prize", "click_here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Winnipeg Vets", "Darwin Dogs", "Edwin Twins Ltd", "Win Chen", "Goodwin"})
  void b38_no_word_is_found_inside_another(final String name) {
    assertThat(organization(name)).returns(0, Spam::score).returns(Verdict.NONE, Spam::verdict);
  }

  @Test
  void a_word_alone_says_nothing_and_beside_another_both_count() {
    assertThat(organization("Casino Royale Pet Hotel").score()).isZero();
    assertThat(organization("Casino Lottery Royale").reasons())
        .containsExactly(new Reason("gambling", 20), new Reason("prize", 20));
  }

  @Test
  void letters_of_two_alphabets_in_one_word_are_a_sign_and_two_alphabets_in_a_name_are_none() {
    assertThat(codes(organization("Раypal Pets"))).contains("mixed_scripts");
    assertThat(organization("Бухгалтер Online").score()).isZero();
    assertThat(organization("株式会社Tシャツ工房").score()).isZero();
  }

  @Test
  void spam_written_with_other_letters_or_apart_is_no_less_spam() {
    assertThat(organization("Frее iPhоne giveaway").highRisk()).isTrue();
    assertThat(organization("C l i c k  h e r e").highRisk()).isTrue();
  }

  @Test
  void a_year_is_no_serial_number() {
    assertThat(organization("Studio 1984").score()).isZero();
    assertThat(codes(organization("Maria84726 Vets"))).containsExactly("digits");
    assertThat(codes(organization("Maria1984 Vets"))).containsExactly("digits");
  }

  @Test
  void an_honest_invitation_says_where_to_click_and_how_to_call() {
    final String text = "Please click here: https://vets.example.com/join or call 604-555-0143.";
    final Spam spam = judge(text, SpamKind.INVITATION, SpamRules.STANDARD);
    assertThat(spam).returns(Verdict.NONE, Spam::verdict).returns(0, Spam::score);
    assertThat(spam.sanitized()).contains(Sanitized.MARKER).doesNotContain("example.com");
  }

  @Test
  void contact_details_are_no_name() {
    final Spam spam = organization("Vets vets.example.com or ann@vets.example.com");
    assertThat(codes(spam)).containsExactly("email_address", "url");
    assertThat(spam.score()).isEqualTo(50);
    assertThat(spam.verdict()).isEqualTo(Verdict.SUSPICIOUS);
    assertThat(codes(organization("Call Ann 604-555-0143"))).contains("phone_number");
  }

  @Test
  void b35_eighty_is_not_above_eighty() {
    final var eighty = new SpamRules(Map.of(Sign.DIGITS, 80), 80, 20, Set.of());
    final var more = new SpamRules(Map.of(Sign.DIGITS, 81), 80, 20, Set.of());
    assertThat(judge("Vets 739201", SpamKind.ORGANIZATION_NAME, eighty).verdict())
        .isEqualTo(Verdict.SUSPICIOUS);
    assertThat(judge("Vets 739201", SpamKind.ORGANIZATION_NAME, more).verdict())
        .isEqualTo(Verdict.OBVIOUS);
  }

  @Test
  void an_allowed_word_is_no_sign_and_a_weight_of_nothing_takes_one_away() {
    final var casino = new SpamRules(Map.of(Sign.TEST_NAME, 0), 80, 20, Set.of("Casino"));
    assertThat(judge("Casino Lottery", SpamKind.ORGANIZATION_NAME, casino).score()).isZero();
    assertThat(judge("Test Company", SpamKind.ORGANIZATION_NAME, casino).score()).isZero();
  }

  @Test
  void the_score_ends_at_a_hundred() {
    final String all = "Free iPhone, click here: www.prize.example.top 88271 Раypal cheap viagra";
    assertThat(organization(all).score()).isEqualTo(100);
  }

  private static Spam organization(final String name) {
    return judge(name, SpamKind.ORGANIZATION_NAME, SpamRules.STANDARD);
  }

  private static Spam judge(final String text, final SpamKind kind, final SpamRules rules) {
    return DETECTOR.judge(text, kind, rules, "CA");
  }

  private static List<String> codes(final Spam spam) {
    return spam.reasons().stream().map(Reason::code).toList();
  }
}
