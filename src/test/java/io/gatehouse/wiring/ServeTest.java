package io.gatehouse.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ANSWERED = "GET /api/inbox HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Test
  void nothing_is_lost_when_it_is_killed_and_a_second_instance_is_refused(@TempDir final Path data)
      throws Exception {
    final Map<String, String> settings = Map.of("PORT", "0", "GATEHOUSE_DATA", data.toString());
    final GatehouseProcess first = new GatehouseProcess(settings, "serve");
    final String address = first.after("is up at ");
    final String key = first.after("owner key").split(" ", 2)[0];
    assertThat(post(address + "/api/keys", key)).isEqualTo(201);

    try (GatehouseProcess second = new GatehouseProcess(settings, "serve")) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output().lines())
          .singleElement()
          .asString()
          .startsWith("gatehouse: Another Gatehouse is running on " + data);
    }
    assertThat(get(address + "/api/keys", key)).contains("kept");

    first.kill();
    final GatehouseProcess again = new GatehouseProcess(settings, "serve");
    assertThat(get(again.after("is up at ") + "/api/keys", key)).contains("kept");
    again.terminate();
    assertThat(again.exitCode()).isEqualTo(143);
    assertThat(again.output()).doesNotContain("owner key", "WARN", "ERROR");
    assertThat(data.resolve("pgdata/postmaster.pid")).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_request_that_has_begun_is_answered_when_it_is_told_to_stop(@TempDir final Path data)
      throws Exception {
    final Map<String, String> settings = Map.of("PORT", "0", "GATEHOUSE_DATA", data.toString());
    try (GatehouseProcess process = new GatehouseProcess(settings, "serve")) {
      final URI address = URI.create(process.after("is up at "));
      final String key = process.after("owner key").split(" ", 2)[0];
      final byte[] body = "{\"text\":\"Can you walk the dog at noon?\"}".getBytes(UTF_8);
      try (var begun = new Socket(address.getHost(), address.getPort())) {
        begun.setSoTimeout(20_000);
        // One request that is answered shows that what follows it in the same packet was read too.
        begun.getOutputStream().write((ANSWERED + head(key, body.length)).getBytes(UTF_8));
        assertThat(read(begun, "HTTP/1.1 401".length())).isEqualTo("HTTP/1.1 401");
        process.terminate();
        awaitClosed(address);
        begun.getOutputStream().write(body);
        assertThat(new String(begun.getInputStream().readAllBytes(), UTF_8))
            .contains("HTTP/1.1 200", "\"flagged\":false");
      }
      assertThat(process.exitCode()).isEqualTo(143);
    }
  }

  private static String read(final Socket from, final int length) throws IOException {
    return new String(from.getInputStream().readNBytes(length), UTF_8);
  }

  private static String head(final String key, final int length) {
    return """
        POST /api/check HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
        .formatted(key, length);
  }

  private static void awaitClosed(final URI address) {
    while (true) {
      try (var another = new Socket(address.getHost(), address.getPort())) {
        Thread.onSpinWait();
      } catch (final IOException refused) {
        return;
      }
    }
  }

  @Test
  void wrong_settings_stop_it_before_anything_is_written(@TempDir final Path data)
      throws Exception {
    final Map<String, String> settings =
        Map.of(
            "PORT", "http",
            "ERPNEXT_API_KEY", "hunter2",
            "GATEHOUSE_DATA", data.resolve("none").toString());
    try (GatehouseProcess process = new GatehouseProcess(settings, "serve")) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.output())
          .contains("PORT is wrong; expected a port number")
          .contains("ERPNEXT_API_SECRET is missing though ERPNEXT_API_KEY is set")
          .doesNotContain("hunter2", "Exception");
    }
    assertThat(data.resolve("none")).doesNotExist();
  }

  @Test
  void a_database_that_cannot_be_reached_stops_it(@TempDir final Path data) throws Exception {
    final Map<String, String> settings =
        Map.of(
            "DATABASE_URL",
            "postgresql://gate:hunter2@127.0.0.1:1/gate",
            "GATEHOUSE_DATA",
            data.toString());
    try (GatehouseProcess process = new GatehouseProcess(settings, "serve")) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.output())
          .contains("DATABASE_URL: no connection as gate to jdbc:postgresql://127.0.0.1:1/gate")
          .doesNotContain("hunter2", "Exception");
    }
  }

  @Test
  void without_a_command_it_says_how_it_is_used() throws Exception {
    try (GatehouseProcess process = new GatehouseProcess(Map.of())) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.output()).contains("Usage: gatehouse", "serve", "Exit codes:");
    }
  }

  private static int post(final String address, final String key) throws Exception {
    return HTTP.send(
            request(address, key)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"kept\",\"roles\":[\"sender\"]}"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static String get(final String address, final String key) throws Exception {
    return HTTP.send(request(address, key).GET().build(), BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(final String address, final String key) {
    return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + key);
  }
}
