package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio took and then could not deliver. */
@NullUnmarked
class ResendTest extends LiveSmsTest {

  @ParameterizedTest
  @CsvSource({"30003, 4", "30022, 4", "30008, 2", "30500, 2", "'', 2", "30007, 1", "30005, 1"})
  void it_is_sent_again_as_often_as_its_code_allows(final String code, final int sends) {
    relay(CLEAN);
    for (int i = 1; i <= 6; i++) {
      if (taken().size() == i) {
        status("", sid(i), "undelivered", code);
        pass(Duration.ofMinutes(30));
      }
    }
    assertThat(taken()).hasSize(sends).containsOnly(CLEAN);
    assertThat(states()).containsExactly("screen failed");
    assertThat(notices()).containsExactly("sms_failed");
  }

  @Test
  void a_second_send_that_arrives_is_a_message_that_arrived() {
    relay(CLEAN);
    status(order(), sid(1), "failed", "30003");
    assertThat(states()).containsExactly("screen sent");
    clock.advance(Duration.ofSeconds(59));
    effects.runDue();
    assertThat(taken()).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    effects.runDue();
    status("", sid(2), "delivered", "");
    assertThat(states()).containsExactly("screen delivered");
    assertThat(notices()).isEmpty();
  }

  @Test
  void a_repeated_report_orders_no_second_send() {
    relay(CLEAN);
    status(order(), sid(1), "failed", "30003");
    status(order(), sid(1), "undelivered", "30003");
    pass(Duration.ofMinutes(10));
    assertThat(taken()).hasSize(2);
  }

  @Test
  void it_holds_up_nothing_in_the_conversation() {
    relay(CLEAN);
    status(order(), sid(1), "failed", "30003");
    relay("Next");
    assertThat(taken()).containsExactly(CLEAN, "Next");
  }

  @ParameterizedTest
  @ValueSource(strings = {"21610", "30004"})
  void who_blocks_us_has_opted_out(final String code) {
    relay(CLEAN);
    status(order(), sid(1), "failed", code);
    assertThat(states()).containsExactly("screen failed");
    assertThat(tables.strings("select phone || ' ' || cause from opt_out"))
        .containsExactly(SITTER + " provider");
    pass(Duration.ofHours(1));
    assertThat(taken()).hasSize(1);
  }

  @Test
  void a_warning_is_not_sent_again() {
    relay(LEAK);
    status(order(), sid(1), "failed", "30003");
    pass(Duration.ofMinutes(10));
    assertThat(taken()).hasSize(1);
    assertThat(states()).containsExactly("screen withheld");
  }
}
