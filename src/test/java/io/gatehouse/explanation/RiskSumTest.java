package io.gatehouse.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Span;
import io.gatehouse.detection.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shown arithmetic is the arithmetic (B40). */
class RiskSumTest {

  @Test
  void the_terms_add_up_to_the_risk() {
    final RiskSum sum =
        RiskSum.of(
            List.of(
                finding(FindingClass.PHONE_NUMBER, 0.6, "spacing"),
                finding(FindingClass.PHONE_NUMBER, 0.9, null),
                finding(FindingClass.URL, 0.85, null)),
            Weights.STANDARD);

    assertThat(sum.sum()).isCloseTo(0.4 * 0.9 + 0.3 * 0.85 + 0.15, within(1e-9));
    assertThat(1 - Math.pow(0.25, sum.sum() / 0.4)).isCloseTo(sum.risk(), within(1e-9));
  }

  @Test
  void nothing_adds_up_to_nothing() {
    assertThat(RiskSum.of(List.of(), Weights.STANDARD)).isEqualTo(new RiskSum(List.of(), 0, 0));
  }

  private static Finding finding(
      final FindingClass type, final double confidence, final @Nullable String disguise) {
    return new Finding(0, new Span(0, 1), type, "rule", confidence, disguise, "reason");
  }
}
