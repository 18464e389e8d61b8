package io.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B53: the source showed the model the first 2,000 characters and nothing more. */
class WindowsTest {

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "2000,1", "2001,2", "3800,2", "3801,3", "21800,12", "21801,13"})
  void b53_a_text_has_as_many_windows_as_it_needs(final int length, final int windows) {
    assertThat(Windows.of("x".repeat(length))).hasSize(windows);
  }

  @Test
  void b53_windows_overlap_so_that_nothing_is_cut_in_two_everywhere() {
    final String text = "a".repeat(1_950) + "b".repeat(100) + "c".repeat(500);
    final List<String> windows = Windows.of(text);
    assertThat(windows.get(1)).startsWith("a".repeat(150) + "b".repeat(100)).endsWith("c");
    assertThat(windows.getFirst().codePointCount(0, windows.getFirst().length())).isEqualTo(2_000);
  }

  @Test
  void b53_code_points_are_counted_and_never_halved() {
    final List<String> windows = Windows.of("😀".repeat(2_100));
    assertThat(windows).hasSize(2);
    assertThat(windows.getFirst()).isEqualTo("😀".repeat(2_000));
    assertThat(windows.getLast()).isEqualTo("😀".repeat(300));
  }

  @Test
  void b53_what_no_json_can_hold_is_replaced() {
    assertThat(Windows.of("a\ud83d")).containsExactly("a\ufffd");
  }

  @Test
  void b53_an_endless_text_makes_no_endless_work() {
    assertThat(Windows.of("x".repeat(5_000_000))).hasSize(Windows.MOST + 1);
  }
}
