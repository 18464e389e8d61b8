package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import io.gatehouse.testkit.RedisServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with the variables of S3.3, as its users start it. */
class ServeChatTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  @Needs(Part.REDIS)
  void it_starts_while_redis_is_away_and_sees_it_come(@TempDir final Path data) throws Exception {
    try (RedisServer redis = new RedisServer()) {
      redis.kill();
      final int health = freePort();
      final Map<String, String> settings =
          Map.of(
              "WS_PORT",
              "0",
              "HEALTH_PORT",
              "" + health,
              "REDIS_HOST",
              "127.0.0.1",
              "REDIS_PORT",
              "" + redis.port(),
              "DETECTION_HOST",
              "hunter2",
              "GATEHOUSE_DATA",
              data.toString());
      try (GatehouseProcess process = new GatehouseProcess(settings, "serve")) {
        assertThat(process.after("Redis")).isEqualTo("127.0.0.1:" + redis.port());
        assertThat(process.after("health")).contains("port " + health);
        assertThat(process.after("notice")).contains("DETECTION_HOST").doesNotContain("hunter2");
        final URI address = URI.create("http://localhost:" + health + "/health");
        assertThat(get(address)).contains("\"status\":\"degraded\"", "\"redis\":\"disconnected\"");
        redis.start();
        assertThat(awaited(address, "\"redis\":\"connected\"")).isTrue();
      }
    }
  }

  private static boolean awaited(final URI address, final String text) throws Exception {
    final long end = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < end) {
      if (get(address).contains(text)) {
        return true;
      }
    }
    return false;
  }

  private static String get(final URI address) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
