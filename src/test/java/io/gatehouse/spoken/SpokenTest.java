package io.gatehouse.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.detection.FindingClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {

  @ParameterizedTest
  @CsvSource({
    "allow, allow, true",
    "warn, nudge, true",
    "redact, redact, true",
    "block, hard_block, false"
  })
  void a_decision_is_an_action_S3_6(
      final String decision, final String action, final boolean allows) {
    assertThat(Action.of(decision).wire()).isEqualTo(action);
    assertThat(Action.of(decision).allows()).isEqualTo(allows);
  }

  @Test
  void what_is_no_decision_has_no_action() {
    assertThatIllegalArgumentException().isThrownBy(() -> Action.of("quarantine"));
  }

  @Test
  void every_class_has_a_label_of_its_own_S3_7() {
    assertThat(Stream.of(FindingClass.values()).map(Labels::of))
        .doesNotHaveDuplicates()
        .contains("contact_info_phone", "contact_info_email");
  }

  @Test
  void a_disguise_is_one_more_label_X4() {
    assertThat(Labels.of(List.of(FindingClass.PHONE_NUMBER, FindingClass.PHONE_NUMBER), true))
        .containsExactly("contact_info_phone", "obfuscation");
    assertThat(Labels.of(List.of(), false)).isEmpty();
  }
}
