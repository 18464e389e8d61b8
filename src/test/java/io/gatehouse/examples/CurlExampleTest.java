package io.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import io.micronaut.context.annotation.Property;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The examples work as they are shipped. */
@GatehouseTest
@Property(name = "test.clock", value = "machine")
@Property(name = "gatehouse.passage.budget", value = "20s")
class CurlExampleTest {

  private final Api api;
  private final Keys keys;

  CurlExampleTest(final Api api, final Keys keys) {
    this.api = api;
    this.keys = keys;
  }

  @Test
  @Needs(Part.CURL)
  void a_check_a_question_and_the_feed_are_answered() throws Exception {
    final ProcessBuilder example = new ProcessBuilder("examples/curl.sh").redirectErrorStream(true);
    example
        .environment()
        .putAll(
            Map.of(
                "GATEHOUSE_URL", api.request("").build().uri().toString(),
                "GATEHOUSE_KEY", keys.with("owner"),
                "MESSAGE_ID", "example-of-the-test"));
    final Process process = example.start();
    final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said)
        .contains("\"flagged\":true")
        .contains("\"type\":\"intercept_result\"", "\"request_id\":\"r-1\"", "contact_info_phone")
        .contains("\"items\":[", "\"next\":");
    assertThat(process.exitValue()).isZero();
  }
}
