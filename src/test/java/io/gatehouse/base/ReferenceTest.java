package io.gatehouse.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  @Test
  void a_reference_is_short_and_free_of_look_alikes() {
    assertThat(Reference.of(1).value()).matches("GH-[0-9A-HJKMNP-TV-Z]{5}");
  }

  @Test
  void no_two_of_the_first_million_are_alike() {
    final var seen = new HashSet<String>();
    for (long n = 0; n < 1_000_000; n++) {
      assertThat(seen.add(Reference.of(n).value())).isTrue();
    }
  }

  @Test
  void after_the_short_ones_are_used_up_they_grow() {
    assertThat(Reference.of((1L << 25) - 1).value()).hasSize(8);
    assertThat(Reference.of(1L << 25).value()).hasSize(9);
  }
}
