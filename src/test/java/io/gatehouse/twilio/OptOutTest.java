package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opt-outs, strangers and machines (B66). */
@NullUnmarked
class OptOutTest extends SmsTest {

  private static final String OTHER_RELAY = "+16045550101";

  @Inject Keys keys;
  @Inject Api api;

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

  /** Short codes, names, other channels, the number itself, another of ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345",
        "MyBank",
        "MY BANK 24",
        "whatsapp:+16045550111",
        "rcs:brand_agent",
        "messenger:104",
        RELAY,
        OTHER_RELAY
      })
  void machines_are_recorded_told_once_a_day_and_never_answered_or_relayed(final String from) {
    tables.run("insert into relay_number values ('default', '" + OTHER_RELAY + "')");
    receive("SM1", from, CLEAN);
    receive("SM2", from, CLEAN);
    receive("SM3", from, "STOP");
    assertThat(sent()).isEmpty();
    assertThat(states()).hasSize(3).contains("unrouted recorded");
    assertThat(notices().stream().filter("unknown_sender"::equals)).hasSize(1);
    assertThat(tables.strings("select facts::text from notice")).noneMatch(f -> f.contains(CLIENT));
    clock.advance(Duration.ofDays(1));
    receive("SM4", from, CLEAN);
    assertThat(notices().stream().filter("unknown_sender"::equals)).hasSize(2);
  }

  @Test
  void a_message_by_another_channel_is_nobody_s_even_where_the_number_is_one() {
    assertAccepted(webhook.sms("SM1", "whatsapp:" + CLIENT, "whatsapp:" + RELAY, CLEAN));
    assertThat(sent()).isEmpty();
    assertThat(states()).containsExactly("unrouted recorded");
  }

  @Test
  void opt_outs_are_shown_without_the_number_B66() {
    receive("SM1", CLIENT, "STOP");
    receive("SM2", SITTER, "STOP");
    receive("SM3", SITTER, "START");
    final String newest = tables.one("select max(id) from opt_out");
    assertThat(list("?limit=1", "moderator").body())
        .contains("***-***-0122", RELAY, "\"cause\":\"keyword\"", "lifted_at")
        .contains("\"next\":\"" + newest + "\"")
        .doesNotContain(SITTER);
    assertThat(list("?after=" + newest, "owner").body())
        .contains("***-***-0111")
        .doesNotContain("lifted_at", "0122");
    assertThat(list("?lifted=false", "owner").body()).contains("0111").doesNotContain("0122");
    assertThat(list("", "sender").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> list(final String query, final String role) {
    return api.get("/api/opt-outs" + query, keys.with(role));
  }
}
