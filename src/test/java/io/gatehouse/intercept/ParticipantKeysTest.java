package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that speak for one person (B46). */
@GatehouseTest
class ParticipantKeysTest {

  private static final String KEYS = "/api/intercept/keys";
  private static final String WISH =
      "{\"user_id\":\"u-1\",\"thread_id\":\"t-1\",\"role\":\"provider\",\"expires_in_seconds\":600}";

  private final EmbeddedServer server;
  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final TestClock clock;
  private final Upkeep upkeep;

  ParticipantKeysTest(
      final EmbeddedServer server,
      final Api api,
      final Keys keys,
      final Tables tables,
      final TestClock clock,
      final Upkeep upkeep) {
    this.server = server;
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
    this.upkeep = upkeep;
  }

  private String lend() {
    final var answer = api.post(KEYS, keys.with(Caller.SENDER), WISH);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("\"expires_at\":\"2026-03-02T14:40:00Z\"");
    return answer.body().replaceFirst(".*\"key\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void its_own_messages_are_answered_and_those_of_others_refused() {
    try (Peer browser = Peer.browser(server, lend())) {
      assertThat(browser.ask(Frames.intercept("m-1", "t-1", "hello"))).contains("\"allowed\":true");
      assertThat(browser.ask(Frames.frame("intercept", "m-2", "t-1", "u-2", "hello")))
          .contains("\"request_id\":\"m-2\"", "\"code\":\"not_yours\"", "message.user_id");
      assertThat(browser.ask(Frames.intercept("m-3", "t-2", "hello")))
          .contains("\"code\":\"not_yours\"", "message.thread_id");
      assertThat(browser.ask(Frames.preview("m-4", "t-2", "hello"))).contains("not_yours");
      assertThat(browser.ask(Frames.intercept("m-5", "t-1", "hello"))).contains("\"allowed\":true");
    }
    assertThat(tables.strings("select sender_role from message_event order by received_at"))
        .containsExactly("provider", "provider");
  }

  @Test
  void nobody_gives_himself_another_part() {
    final String staff =
        Frames.intercept("m-1", "t-1", "hello")
            .replace("\"content\"", "\"role\":\"staff\",\"content\"");
    assertThat(api.post("/api/intercept", lend(), staff).statusCode()).isEqualTo(403);
    final String anybody =
        api.post(KEYS, keys.with(Caller.OWNER), "{\"user_id\":\"u-1\",\"expires_in_seconds\":60}")
            .body()
            .replaceFirst(".*\"key\":\"([^\"]+)\".*", "$1");
    assertThat(api.post("/api/intercept", anybody, staff).statusCode()).isEqualTo(403);
    assertThat(
            api.post("/api/intercept", anybody, Frames.intercept("m-1", "t-9", "hi")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void it_opens_nothing_else() {
    final String key = lend();
    assertThat(api.post("/api/check", key, "{\"text\":\"hello\"}").statusCode()).isEqualTo(403);
    assertThat(api.post(KEYS, key, WISH).statusCode()).isEqualTo(403);
    assertThat(api.get("/api/keys", key).statusCode()).isEqualTo(403);
    assertThat(api.get("/api/events", key).statusCode()).isNotEqualTo(200);
    assertThat(
            api.post(
                    "/api/keys",
                    keys.with(Caller.OWNER),
                    "{\"name\":\"x\",\"roles\":[\"participant\"]}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void it_ends_by_itself_and_its_connections_with_it() {
    final String key = lend();
    try (Peer browser = Peer.browser(server, key);
        Peer portal = Peer.with(server, keys.with(Caller.SENDER))) {
      browser.ask("{\"type\":\"ping\"}");
      portal.ask("{\"type\":\"ping\"}");
      clock.advance(Duration.ofSeconds(599));
      upkeep.checkKeys();
      assertThat(browser.ask("{\"type\":\"ping\"}")).contains("pong");
      clock.advance(Duration.ofSeconds(1));
      upkeep.checkKeys();
      assertThat(browser.closeCode()).isEqualTo(4401);
      assertThat(portal.ask("{\"type\":\"ping\"}")).contains("pong");
    }
    assertThat(Peer.browser(server, key).refusal()).isEqualTo(401);
    assertThat(api.post("/api/intercept", key, "{\"type\":\"ping\"}").statusCode()).isEqualTo(401);
  }

  @Test
  void a_revoked_key_ends_its_connections() {
    try (Peer portal = Peer.with(server, keys.with(Caller.SENDER))) {
      portal.ask("{\"type\":\"ping\"}");
      tables.execute("update access_key set revoked_at = now()");
      upkeep.checkKeys();
      assertThat(portal.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void a_browser_sends_one_message_at_a_time_and_not_a_book() {
    try (Peer browser = Peer.browser(server, lend())) {
      assertThat(browser.ask(Frames.preview("m", "t-1", "\\ud83d\\ude00".repeat(10_000))))
          .contains("\"type\":\"preview_result\"", "\"allowed\":true");
      assertThat(browser.ask(Frames.preview("m", "t-1", "x".repeat(1 << 17))))
          .contains("\"code\":\"too_long\"");
    }
  }

  @Test
  void thousands_are_not_listed() {
    lend();
    assertThat(api.get("/api/keys", keys.with(Caller.OWNER)).body())
        .contains("test owner")
        .doesNotContain("participant", "lent by");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"expires_in_seconds\":60}",
        "{\"user_id\":\"\",\"expires_in_seconds\":60}",
        "{\"user_id\":\"u\"}",
        "{\"user_id\":\"u\",\"expires_in_seconds\":90000}",
        "{\"user_id\":\"u\\u0000\",\"expires_in_seconds\":60}",
        "{\"user_id\":\"u\",\"role\":\"owner\",\"expires_in_seconds\":60}",
        "{\"user_id\":\"u\",\"thread_id\":\"\",\"expires_in_seconds\":60}"
      })
  void a_wish_that_binds_nobody_is_refused(final String wish) {
    assertThat(api.post(KEYS, keys.with(Caller.SENDER), wish).statusCode()).isEqualTo(400);
  }
}
