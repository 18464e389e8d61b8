package io.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedTest {

  @Test
  void what_was_not_used_for_longest_gives_way() {
    final var remembered = new Remembered<Integer>(2);
    remembered.putIfAbsent("one", 1);
    remembered.putIfAbsent("two", 2);
    remembered.get("one");
    remembered.putIfAbsent("three", 3);
    assertThat(remembered.get("one")).isEqualTo(1);
    assertThat(remembered.get("two")).isNull();
    assertThat(remembered.get("three")).isEqualTo(3);
  }

  @Test
  void what_was_there_first_stays() {
    final var remembered = new Remembered<Integer>(2);
    assertThat(remembered.putIfAbsent("one", 1)).isEqualTo(1);
    assertThat(remembered.putIfAbsent("one", 2)).isEqualTo(1);
    remembered.remove("one");
    assertThat(remembered.putIfAbsent("one", 3)).isEqualTo(3);
  }
}
