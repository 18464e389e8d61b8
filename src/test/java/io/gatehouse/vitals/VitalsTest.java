package io.gatehouse.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** S3.17 and S3.18 at both ports, where no Redis is named (B45). */
@GatehouseTest
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VitalsTest implements TestPropertyProvider {

  private static final String HEALTH =
      "{\"status\":\"healthy\",\"timestamp\":\"2026-03-02T14:30:00Z\",\"checks\":"
          + "{\"websocket\":\"ok\",\"circuit_breaker\":\"closed\",\"redis\":\"disabled\"}}";
  private static final String METRICS =
      "{\"circuit_breaker\":{\"state\":\"closed\",\"failure_count\":0},"
          + "\"redis\":{\"connected\":false,\"stream_length\":0,\"stream_last_id\":\"0-0\"},"
          + "\"websocket\":{\"active_connections\":0}}";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port = freePort();

  @Inject Api api;
  @Inject Keys keys;
  @Inject EmbeddedServer server;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("env.HEALTH_PORT", "" + port);
  }

  @Test
  void anybody_is_told_how_this_instance_is_doing() {
    assertThat(answer(api.request("/health")).body()).isEqualTo(HEALTH);
    assertThat(answer(api.request("/metrics")).body()).isEqualTo(METRICS);
  }

  @Test
  void the_second_port_tells_the_same_and_nothing_else() {
    final HttpResponse<String> health = answer(second("/health"));
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo(HEALTH);
    assertThat(answer(second("/metrics")).body()).isEqualTo(METRICS);
    final String owner = "Bearer " + keys.with("owner");
    for (final String path :
        List.of("/api/settings", "/api/doctor", "/manage/health", "/webhooks/gatehouse", "/")) {
      assertThat(answer(second(path).header("Authorization", owner)).statusCode())
          .as(path)
          .isEqualTo(404);
    }
  }

  @Test
  void who_is_connected_is_counted_and_the_second_port_connects_nobody() throws Exception {
    final var heard = new CompletableFuture<String>();
    final WebSocket connected = socket(server.getPort(), heard).get();
    connected.sendText("{}", true).get();
    assertThat(heard).succeedsWithin(PATIENCE);
    assertThat(answer(second("/metrics")).body()).contains("\"active_connections\":1}");
    connected.sendClose(WebSocket.NORMAL_CLOSURE, "");
    assertThat(awaited("\"active_connections\":0}")).isTrue();
    assertThat(socket(port, heard))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(WebSocketHandshakeException.class);
  }

  private CompletableFuture<WebSocket> socket(final int at, final CompletableFuture<String> heard) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Authorization", "Bearer " + keys.with(Caller.SENDER))
        .buildAsync(
            URI.create("ws://localhost:" + at + "/ws/intercept"),
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onText(
                  final WebSocket from, final CharSequence text, final boolean last) {
                heard.complete(text.toString());
                return null;
              }
            });
  }

  private boolean awaited(final String text) {
    final long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (answer(second("/metrics")).body().contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** What the framework could tell besides is nobody's business. */
  @Test
  void the_frameworks_own_endpoints_are_out_of_the_way() {
    assertThat(api.get("/manage/health", keys.with("owner")).statusCode()).isEqualTo(200);
    for (final String path : List.of("/beans", "/env", "/loggers", "/routes", "/info")) {
      assertThat(api.get(path, keys.with("owner")).statusCode()).as(path).isEqualTo(404);
      assertThat(api.get("/manage" + path, keys.with("operator")).statusCode())
          .as(path)
          .isEqualTo(404);
    }
  }

  private HttpResponse<String> answer(final HttpRequest.Builder request) {
    return api.send(request.GET());
  }

  private HttpRequest.Builder second(final String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (final IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
