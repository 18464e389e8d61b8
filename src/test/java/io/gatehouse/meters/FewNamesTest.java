package io.gatehouse.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewNamesTest {

  private final FewNames names = new FewNames();

  @Test
  void a_rule_of_ours_is_shown_by_its_name() {
    assertThat(names.of("phone.grouped_digits")).isEqualTo("phone.grouped_digits");
    assertThat(names.of("phone.grouped_digits")).isEqualTo("phone.grouped_digits");
  }

  @Test
  void what_is_no_plain_name_is_never_shown() {
    assertThat(List.of("", "Ann", "a b", "x\"} 1\nforged 2", "a".repeat(61), "+16045550143"))
        .allSatisfy(name -> assertThat(names.of(name)).isEqualTo("other"));
  }

  @Test
  void however_many_names_come_few_are_shown() {
    final List<String> shown =
        IntStream.range(0, 5_000).mapToObj(i -> names.of("rule" + i)).distinct().toList();
    assertThat(shown).hasSize(FewNames.MOST + 1).contains("rule0", "other");
    assertThat(names.of("rule0")).isEqualTo("rule0");
  }
}
