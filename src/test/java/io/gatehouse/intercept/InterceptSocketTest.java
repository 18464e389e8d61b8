package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** S3.4 to S3.7 over a real socket, with everything behind it. */
@GatehouseTest
@Property(name = "gatehouse.passage.budget", value = "20s")
class InterceptSocketTest {

  private final EmbeddedServer server;
  private final Keys keys;
  private final Tables tables;
  private Peer peer;

  InterceptSocketTest(final EmbeddedServer server, final Keys keys, final Tables tables) {
    this.server = server;
    this.keys = keys;
    this.tables = tables;
    this.peer = Peer.keyless(server);
  }

  @BeforeEach
  void connect() {
    peer = Peer.with(server, keys.with(Caller.SENDER));
  }

  @AfterEach
  void hangUp() {
    peer.close();
  }

  @Test
  void a_clean_message_is_allowed_and_recorded_s3_5() {
    final String answer = peer.ask(Frames.intercept("m-1", "t-1", "See you at noon!"));
    assertThat(answer)
        .startsWith("{\"type\":\"intercept_result\",\"request_id\":\"m-1\",\"processing_ms\":")
        .contains(
            "\"result\":{\"allowed\":true,\"action\":\"allow\",\"risk_score\":0.0,\"labels\":[]")
        .contains("\"recorded\":true,\"event_id\":\"" + tables.one("select id from message_event"))
        .doesNotContain("block_reason", "nudge_message", "truncated", "held", "redacted_content");
  }

  @Test
  void a_phone_number_is_blocked_with_its_label_and_reason_s3_7() {
    assertThat(peer.ask(Frames.intercept("m-1", "t-1", "(416) 967-1111")))
        .contains("\"allowed\":false,\"action\":\"hard_block\",\"risk_score\":0.67")
        .contains("\"labels\":[\"contact_info_phone\"]")
        .contains("\"block_reason\":\"Message blocked: detected phone number\"");
  }

  @Test
  void without_a_key_or_with_a_wrong_one_there_is_no_handshake_b46() {
    assertThat(Peer.keyless(server).refusal()).isEqualTo(401);
    assertThat(Peer.with(server, "gh_wrong").refusal()).isEqualTo(401);
    assertThat(Peer.browser(server, "gh_wrong").refusal()).isEqualTo(401);
  }

  @RepeatedTest(50)
  void what_follows_the_handshake_at_once_is_answered() {
    assertThat(peer.ask("{\"type\":\"ping\"}")).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void an_auditors_key_may_not_ask() {
    assertThat(Peer.with(server, keys.with(Caller.AUDITOR)).refusal()).isEqualTo(403);
  }

  @Test
  void a_browser_brings_its_key_among_the_sub_protocols() {
    try (Peer browser = Peer.browser(server, keys.with(Caller.SENDER))) {
      assertThat(browser.socket().getSubprotocol()).isEqualTo("gatehouse.v1");
      assertThat(browser.ask("{\"type\":\"ping\",\"request_id\":7}"))
          .isEqualTo("{\"type\":\"pong\",\"request_id\":7}");
    }
  }
}
