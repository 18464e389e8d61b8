package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opt-outs, strangers and machines (B66). */
@NullUnmarked
class OptOutTest extends SmsTest {

  @Test
  void a_stop_is_recorded_and_shown_but_neither_relayed_nor_answered() {
    receive("SM1", CLIENT, " Stop ");
    assertThat(sent()).isEmpty();
    assertThat(states()).containsExactly("opt_out recorded");
    assertThat(tables.strings("select phone || ' ' || cause from opt_out"))
        .containsExactly(CLIENT + " keyword");
    assertThat(notices()).containsExactly("opt_out");
    assertThat(tables.one("select facts::text from notice"))
        .contains("***-***-0111", "STOP")
        .doesNotContain(CLIENT);
  }

  @Test
  void nothing_is_sent_to_who_opted_out_until_start() {
    receive("SM1", CLIENT, "STOP");
    receive("SM2", SITTER, CLEAN);
    receive("SM3", CLIENT, LEAK);
    assertThat(sent()).isEmpty();
    assertThat(states()).containsExactly("opt_out recorded", "screen failed", "screen withheld");
    assertThat(notices()).contains("undeliverable", "message_blocked");
    receive("SM4", CLIENT, "yes");
    assertThat(notices()).contains("opt_in");
    receive("SM5", SITTER, CLEAN);
    assertThat(sent()).singleElement().asString().endsWith(CLIENT + " | " + CLEAN);
  }

  @Test
  void a_yes_from_anybody_else_is_chat() {
    receive("SM1", CLIENT, "YES");
    assertThat(sent()).singleElement().asString().endsWith(SITTER + " | YES");
    assertThat(notices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "info", "START", "unstop"})
  void a_keyword_that_changes_nothing_is_recorded_alone(final String word) {
    receive("SM1", CLIENT, word);
    assertThat(sent()).isEmpty();
    assertThat(notices()).isEmpty();
    assertThat(states()).containsExactly("opt_out recorded");
  }

  @Test
  void what_advanced_opt_out_took_for_a_stop_is_one_whatever_it_says() {
    final Map<String, String> parameters =
        new TreeMap<>(Webhook.parameters("SM1", CLIENT, RELAY, "ARRET"));
    parameters.put("OptOutType", "STOP");
    assertAccepted(webhook.post(parameters));
    assertThat(sent()).isEmpty();
    assertThat(tables.count("opt_out")).isOne();
  }

  @Test
  void a_stranger_gets_one_fixed_answer_and_the_owner_one_notice_a_day() {
    receive("SM1", STRANGER, "Hello? Call me at 604 555 0199");
    receive("SM2", STRANGER, "Hello?");
    assertThat(sent())
        .singleElement()
        .asString()
        .startsWith("sms.unknown_sender | " + RELAY + " | " + STRANGER);
    assertThat(states()).containsOnly("unrouted recorded").hasSize(2);
    assertThat(notices()).containsExactly("unknown_sender");
    clock.advance(Duration.ofDays(1));
    receive("SM3", STRANGER, "Hello again?");
    assertThat(sent()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "12345, 1",
    "MyBank, 1",
    "whatsapp:+16045550111, 1",
    "+16045550100, 0",
  })
  void machines_are_recorded_and_never_answered(final String from, final int told) {
    receive("SM1", from, CLEAN);
    assertThat(sent()).isEmpty();
    assertThat(states()).containsExactly("unrouted recorded");
    assertThat(notices()).hasSize(told);
  }
}
