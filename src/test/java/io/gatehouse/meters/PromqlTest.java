package io.gatehouse.meters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromqlTest {

  @Test
  void series_are_told_from_functions_labels_and_words() {
    assertThat(
            Promql.series(
                "histogram_quantile(0.99, sum by (le, channel) (rate(one_bucket{a=~\"b\"}[5m])))"
                    + " > 0.1 and on (lane) two{job=\"x\"} unless three == 1"))
        .containsExactly("one_bucket", "three", "two");
  }
}
