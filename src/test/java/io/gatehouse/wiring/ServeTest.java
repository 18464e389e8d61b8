package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;

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
