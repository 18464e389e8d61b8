package io.gatehouse.meters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.gate.Talk;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is shipped for Grafana and Prometheus asks only for figures that there are. */
@GatehouseTest
class DashboardTest {

  private static final Path DEPLOY = Path.of("deploy");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Prometheus' own: whether the last scrape came through. */
  private static final String UP = "up";

  private final Api api;
  private final Keys keys;
  private final Talk talk;
  private final ScreeningMeters meters;

  DashboardTest(final Api api, final Keys keys, final Talk talk, final ScreeningMeters meters) {
    this.api = api;
    this.keys = keys;
    this.talk = talk;
    this.meters = meters;
  }

  @Test
  void the_dashboard_shows_figures_that_there_are() throws IOException {
    final JsonNode dashboard = JSON.readTree(DEPLOY.resolve("grafana/gatehouse.json").toFile());
    assertThat(dashboard.path("title").asText()).isEqualTo("Gatehouse");
    final Set<String> asked =
        dashboard.findValuesAsText("expr").stream()
            .flatMap(expression -> Promql.series(expression).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(asked).hasSizeGreaterThan(15);
    assertThat(exported()).containsAll(asked);
  }

  @Test
  void every_panel_has_its_place_and_its_name() throws IOException {
    final JsonNode panels =
        JSON.readTree(DEPLOY.resolve("grafana/gatehouse.json").toFile()).path("panels");
    assertThat(panels)
        .allSatisfy(panel -> assertThat(panel.path("title").asText()).isNotBlank())
        .allSatisfy(panel -> assertThat(panel.path("gridPos").size()).isEqualTo(4))
        .extracting(panel -> panel.path("id").asInt())
        .doesNotHaveDuplicates();
  }

  @Test
  void the_alerts_watch_figures_that_there_are_and_say_what_to_do() throws IOException {
    final JsonNode alerts = yaml("prometheus/alerts.yml");
    final Set<String> asked =
        alerts.findValuesAsText("expr").stream()
            .flatMap(expression -> Promql.series(expression).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    asked.remove(UP);
    assertThat(asked).hasSizeGreaterThan(4);
    assertThat(exported()).containsAll(asked);
    assertThat(alerts.at("/groups/0/rules"))
        .allSatisfy(
            rule -> {
              assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
              assertThat(rule.path("annotations").path("description").asText()).isNotBlank();
              assertThat(rule.path("labels").path("severity").asText()).isIn("page", "ticket");
            });
  }

  @Test
  void the_shipped_prometheus_scrapes_where_the_figures_are() throws IOException {
    final JsonNode job = yaml("prometheus/prometheus.yml").path("scrape_configs").get(0);
    assertThat(api.get(job.path("metrics_path").asText(), keys.with("auditor")).statusCode())
        .isEqualTo(200);
  }

  private Set<String> exported() {
    meters.screened(talk.says(talk.walk("W-1"), Talk.LEAK), Duration.ofMillis(3));
    return api.get("/manage/prometheus", keys.with("auditor"))
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  private static JsonNode yaml(final String file) throws IOException {
    final Map<String, Object> document = new Yaml().load(Files.readString(DEPLOY.resolve(file)));
    return JSON.valueToTree(document);
  }
}
