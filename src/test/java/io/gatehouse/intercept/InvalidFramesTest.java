package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an application sends is answered, judged or not, and it stays connected (S3.19, B43).
 */
@GatehouseTest
class InvalidFramesTest {

  private static final String LONG_ID = "x".repeat(201);

  private final EmbeddedServer server;
  private final Keys keys;
  private final Tables tables;
  private Peer peer;

  InvalidFramesTest(final EmbeddedServer server, final Keys keys, final Tables tables) {
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
  void theConnectionIsStillThere() {
    assertThat(peer.ask("{\"type\":\"ping\"}")).isEqualTo("{\"type\":\"pong\"}");
    assertThat(tables.count("message_event")).isZero();
    peer.close();
  }

  static Stream<Arguments> frames() {
    final String good = Frames.intercept("m-1", "t-1", "hello").strip();
    return Stream.of(
        Arguments.of("", "empty", null),
        Arguments.of("   ", "empty", null),
        Arguments.of("hello", "malformed_json", null),
        Arguments.of("{\"type\":", "malformed_json", null),
        Arguments.of(good + good, "malformed_json", null),
        Arguments.of("[" + good + "]", "not_an_object", null),
        Arguments.of("null", "not_an_object", null),
        Arguments.of("[".repeat(100_000), "malformed_json", null),
        Arguments.of("{\"x\":" + "[".repeat(50) + "]".repeat(50) + "}", "malformed_json", null),
        Arguments.of("{\"type\":\"ping\",\"type\":\"ping\"}", "malformed_json", null),
        Arguments.of(
            good.replace("\"content\"", "\"user_id\":\"u-2\",\"content\""), "malformed_json", null),
        Arguments.of("{\"type\":\"order\"}", "wrong_type", "type"),
        Arguments.of("{\"type\":7}", "wrong_type", "type"),
        Arguments.of("{\"type\":\"ping\",\"request_id\":{}}", "wrong_type", "request_id"),
        Arguments.of(
            good.replace("request_id\":\"m-1", "request_id\":\"" + LONG_ID),
            "wrong_type",
            "request_id"),
        Arguments.of("{}", "missing_field", "message"),
        Arguments.of("{\"message\":\"hello\"}", "wrong_type", "message"),
        Arguments.of(
            good.replace("message_id", "messageId"), "missing_field", "message.message_id"),
        Arguments.of(good.replace("thread_id", "threadId"), "missing_field", "message.thread_id"),
        Arguments.of(good.replace("user_id", "userId"), "missing_field", "message.user_id"),
        Arguments.of(good.replace("\"u-1\"", "null"), "missing_field", "message.user_id"),
        Arguments.of(good.replace("\"u-1\"", "[]"), "wrong_type", "message.user_id"),
        Arguments.of(good.replace("\"u-1\"", "\"\""), "wrong_type", "message.user_id"),
        Arguments.of(good.replace("\"u-1\"", "\"a\\u0000b\""), "wrong_type", "message.user_id"),
        Arguments.of(good.replace("\"u-1\"", "\"\\ud800\""), "wrong_type", "message.user_id"),
        Arguments.of(
            good.replace("\"t-1\"", "\"" + LONG_ID + "\""), "wrong_type", "message.thread_id"),
        Arguments.of(good.replace("content", "contents"), "missing_field", "message.content"),
        Arguments.of(good.replace("\"hello\"", "42"), "wrong_type", "message.content"),
        Arguments.of(good.replace("timestamp", "time"), "missing_field", "message.timestamp"),
        Arguments.of(
            good.replace("2026-03-02T14:30:00Z", "yesterday"), "wrong_type", "message.timestamp"),
        Arguments.of(
            good.replace("\"2026-03-02T14:30:00Z\"", "-5"), "wrong_type", "message.timestamp"),
        Arguments.of(with(good, "\"gps_lat\":45.5"), "missing_field", "message.gps_lon"),
        Arguments.of(with(good, "\"gps_lat\":91,\"gps_lon\":0"), "wrong_type", "message.gps_lat"),
        Arguments.of(with(good, "\"role\":\"owner\""), "wrong_type", "message.role"),
        Arguments.of(with(good, "\"language\":\"../en\""), "wrong_type", "message.language"));
  }

  private static String with(final String good, final String member) {
    return good.replace("\"content\"", member + ",\"content\"");
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("frames")
  void what_is_wrong_is_named_s3_20(final String frame, final String code, final String field) {
    final String answer = peer.ask(frame);
    assertThat(answer)
        .startsWith("{\"type\":\"error\"")
        .contains("\"error\":\"processing_error\",\"message\":\"", "\"code\":\"" + code + "\"")
        .doesNotContain("allowed");
    if (field != null) {
      assertThat(answer).contains("\"field\":\"" + field + "\"");
    }
  }

  @Test
  void the_request_is_named_even_where_its_message_is_refused() {
    assertThat(peer.ask("{\"request_id\":\"r-9\",\"message\":[]}"))
        .startsWith("{\"type\":\"error\",\"request_id\":\"r-9\",");
    assertThat(peer.ask("{\"request_id\":12.50,\"message\":[]}"))
        .startsWith("{\"type\":\"error\",\"request_id\":12.50,");
  }

  @Test
  void binary_frames_are_refused() {
    peer.socket().sendBinary(ByteBuffer.wrap(new byte[] {'{', '}'}), true).join();
    assertThat(peer.hear()).contains("\"code\":\"binary\"");
  }

  @Test
  void ten_megabytes_are_refused_and_not_kept() {
    assertThat(peer.ask("x".repeat(10 << 20))).contains("\"code\":\"too_long\"");
    assertThat(peer.ask("{\"x\":\"" + "x".repeat(1 << 20) + "\"}"))
        .contains("\"code\":\"too_long\"");
  }

  @Test
  void many_fragments_that_are_too_long_together_are_refused_once() {
    final String part = "x".repeat(1 << 18);
    for (int i = 0; i < 40; i++) {
      peer.socket().sendText(part, i == 39).join();
    }
    assertThat(peer.hear()).contains("\"code\":\"too_long\"");
  }

  @Test
  void a_message_in_fragments_is_one_message() {
    peer.socket().sendText("{\"type\":\"pi", false).join();
    peer.socket().sendText("", false).join();
    peer.socket().sendText("ng\",\"request_id\":\"é\"}", true).join();
    assertThat(peer.hear()).isEqualTo("{\"type\":\"pong\",\"request_id\":\"é\"}");
  }
}
