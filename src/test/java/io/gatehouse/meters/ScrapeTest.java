package io.gatehouse.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.gate.Talk;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
@Property(name = "env.METRICS_KEY", value = ScrapeTest.KEY)
class ScrapeTest {

  static final String KEY = "prometheus-of-the-test";
  private static final String PATH = "/manage/prometheus";

  private final Api api;
  private final Keys keys;
  private final Talk talk;
  private final Tables tables;
  private final TestClock clock;

  ScrapeTest(
      final Api api, final Keys keys, final Talk talk, final Tables tables, final TestClock clock) {
    this.api = api;
    this.keys = keys;
    this.talk = talk;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void prometheus_comes_in_by_its_own_key_which_opens_nothing_else() {
    final HttpResponse<String> figures = api.get(PATH, KEY);
    assertThat(figures.statusCode()).isEqualTo(200);
    assertThat(figures.body()).contains("gatehouse_database_up 1.0", "jvm_memory_used_bytes");
    assertThat(api.get("/api/audit", KEY).statusCode()).isEqualTo(401);
    assertThat(api.get("/api/sandbox", KEY).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "auditor", "operator"})
  void whoever_may_read_everything_reads_the_figures(final String role) {
    assertThat(api.get(PATH, keys.with(role)).statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_else_reads_them() {
    assertThat(api.get(PATH, keys.with("sender")).statusCode()).isEqualTo(403);
    assertThat(api.get(PATH, KEY + "x").statusCode()).isEqualTo(401);
    assertThat(api.send(api.request(PATH).GET()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"beans", "env", "routes", "loggers", "threaddump", "metrics", "stop", "refresh"})
  void the_frameworks_other_views_of_the_inside_are_closed(final String endpoint) {
    assertThat(api.get("/manage/" + endpoint, keys.with("operator", "owner")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void health_is_told_to_anybody_without_details() {
    final HttpResponse<String> health = api.send(api.request("/manage/health").GET());
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void what_waits_is_counted_with_its_age() {
    talk.says(talk.walk("W-1"), Talk.LEAK);
    tables.execute("update effect set state = 'parked' where lane = 'twilio'");
    clock.advance(Duration.ofMinutes(7));
    final String parked = "{lane=\"twilio\",state=\"parked\"}";
    final String body = scrape();
    assertThat(figure(body, "gatehouse_effects" + parked)).isEqualTo(tables.count("effect"));
    assertThat(figure(body, "gatehouse_effects_oldest_seconds" + parked)).isEqualTo(420);
    assertThat(figure(body, "gatehouse_inbox_unread")).isEqualTo(tables.count("notice"));
  }

  @Test
  void the_database_is_asked_seldom() {
    clock.advance(Duration.ofMinutes(9));
    final double before = figure(scrape(), "gatehouse_inbox_unread");
    talk.says(talk.walk("W-1"), Talk.LEAK);
    assertThat(figure(scrape(), "gatehouse_inbox_unread")).isEqualTo(before);
    clock.advance(Look.AGE);
    assertThat(figure(scrape(), "gatehouse_inbox_unread")).isEqualTo(tables.count("notice"));
  }

  @Test
  void what_strangers_and_people_put_into_an_address_is_no_label() {
    final String owner = keys.with("owner");
    talk.walk("secret-ref-0");
    for (int stranger = 0; stranger < 30; stranger++) {
      api.send(api.request("/nowhere-" + stranger + "/604-555-0143").GET());
      api.get("/api/conversations/secret-ref-" + stranger + "?channel=sms", owner);
      api.send(api.request("/webhooks/twilio/sms").method("BREW" + stranger, none()));
    }
    assertThat(scrape())
        .contains("uri=\"/api/conversations/{externalRef}\"")
        .doesNotContain("nowhere", "secret-ref", "604-555", "BREW");
  }

  private static BodyPublisher none() {
    return BodyPublishers.noBody();
  }

  private String scrape() {
    return api.get(PATH, KEY).body();
  }

  private static double figure(final String body, final String name) {
    return body.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among:\n" + body));
  }
}
