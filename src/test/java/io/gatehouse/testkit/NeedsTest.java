package io.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedsTest {

  private final List<String> skipped = new ArrayList<>();

  @Test
  void a_test_whose_part_is_missing_is_skipped_and_remembered() {
    assertThat(NeedsCondition.decide("x needs [REDIS]", false, skipped::add).isDisabled()).isTrue();
    assertThat(skipped).containsExactly("x needs [REDIS]");
  }

  @Test
  void where_all_parts_are_required_it_fails() {
    assertThatThrownBy(() -> NeedsCondition.decide("x needs [REDIS]", true, skipped::add))
        .hasMessageContaining("x needs [REDIS], and REQUIRE_ALL=1");
    assertThat(skipped).isEmpty();
  }
}
