package io.gatehouse.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.breaker.Breaker;
import io.gatehouse.doctor.Check.Finding;
import io.gatehouse.doctor.Check.State;
import io.gatehouse.passage.PassageHealth.Waiting;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingCheckTest {

  @ParameterizedTest
  @CsvSource({
    "CLOSED, 0, 0, 0, FINE",
    "CLOSED, 12, 3, 0, FINE",
    "CLOSED, 12, 301, 0, TROUBLE",
    "CLOSED, 0, 0, 1, TROUBLE",
    "OPEN, 0, 0, 0, TROUBLE",
    "HALF_OPEN, 3, 1, 0, TROUBLE",
  })
  void what_is_not_recorded_soon_is_trouble(
      final Breaker.State breaker,
      final int waiting,
      final long seconds,
      final long lost,
      final State state) {
    final Finding finding =
        RecordingCheck.judge(breaker, new Waiting(waiting, 0, Duration.ofSeconds(seconds)), lost);
    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.detail()).contains(waiting + " answered messages wait");
    assertThat(finding.next().isEmpty()).isEqualTo(state == State.FINE);
  }
}
