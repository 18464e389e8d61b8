package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one formula of the score (B40). */
class RiskTest {

  @ParameterizedTest
  @CsvSource({
    "PHONE_NUMBER, 0.75",
    "EMAIL_ADDRESS, 0.70",
    "URL, 0.65",
    "SOCIAL_MEDIA, 0.58",
  })
  void a_single_sure_finding_scores_as_documented(final FindingClass type, final double score) {
    assertThat(risk(finding(type, 1, null))).isCloseTo(score, within(0.005));
  }

  @Test
  void nothing_found_is_no_risk() {
    assertThat(risk()).isZero();
  }

  @Test
  void more_of_a_class_adds_nothing_and_more_classes_add_less_and_less() {
    final Finding phone = finding(FindingClass.PHONE_NUMBER, 1, null);
    final Finding email = finding(FindingClass.EMAIL_ADDRESS, 1, null);
    assertThat(risk(phone, phone)).isEqualTo(risk(phone));
    assertThat(risk(phone, email)).isBetween(risk(phone), 1.0);
    assertThat(risk(phone, email) - risk(phone)).isLessThan(risk(email));
  }

  @Test
  void a_disguise_adds_once() {
    final Finding plain = finding(FindingClass.URL, 1, null);
    final Finding hidden = finding(FindingClass.URL, 1, "spacing");
    assertThat(risk(hidden)).isGreaterThan(risk(plain));
    assertThat(risk(hidden, hidden)).isEqualTo(risk(hidden));
  }

  @Test
  void doubt_lowers_the_score() {
    assertThat(risk(finding(FindingClass.URL, 0.5, null)))
        .isLessThan(risk(finding(FindingClass.URL, 1, null)));
  }

  private static double risk(final Finding... findings) {
    return Risk.of(List.of(findings), Weights.STANDARD);
  }

  private static Finding finding(
      final FindingClass type, final double confidence, final @Nullable String disguise) {
    return new Finding(0, new Span(0, 1), type, "rule", confidence, disguise, "reason");
  }
}
