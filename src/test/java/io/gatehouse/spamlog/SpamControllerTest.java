package io.gatehouse.spamlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.spam.Spam;
import io.gatehouse.spam.SpamDetector;
import io.gatehouse.spam.SpamKind;
import io.gatehouse.spam.SpamRules;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@GatehouseTest
class SpamControllerTest {

  private static final OrganizationId PAWS = new OrganizationId("paws");

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final SpamLog log;
  private final SpamDetector detector;
  private final Forgetting forgetting;
  private final TestClock clock;

  SpamControllerTest(
      final Api api,
      final Keys keys,
      final Tables tables,
      final SpamLog log,
      final Tested tested,
      final TestClock clock) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.log = log;
    this.detector = tested.detector();
    this.forgetting = tested.forgetting();
    this.clock = clock;
  }

  @Singleton
  record Tested(SpamDetector detector, Forgetting forgetting) {}

  @Test
  void the_list_is_read_page_by_page_the_newest_first() {
    final UUID first = found(Optional.empty(), "Test Company");
    final UUID second = found(Optional.empty(), "Free iPhone <b>now</b>");
    final String key = keys.with("moderator");

    final JsonNode page = get(key, "/api/spam?limit=1", 200);
    assertThat(page.at("/items/0/id").textValue()).isEqualTo(second.toString());
    assertThat(page.at("/items/0/text").textValue()).isEqualTo("Free iPhone <b>now</b>");
    assertThat(page.at("/items/0/reasons/0/text").textValue())
        .isEqualTo("Speaks of something won or given away.");
    final JsonNode rest = get(key, "/api/spam?limit=1&before=" + page.path("next").asText(), 200);
    assertThat(rest.at("/items/0/id").textValue()).isEqualTo(first.toString());
    assertThat(rest.path("next").isNull() || rest.path("next").isMissingNode()).isTrue();
  }

  @Test
  void filters_narrow_the_list_and_wrong_ones_are_refused() {
    found(Optional.of(OrganizationId.DEFAULT), "Test Company");
    final String key = keys.with("auditor");

    assertThat(items(key, "?action=flagged")).hasSize(1);
    assertThat(items(key, "?action=blocked")).isEmpty();
    assertThat(items(key, "?content_type=owner_name")).isEmpty();
    assertThat(items(key, "?organization=default&reviewed=false")).hasSize(1);
    assertThat(items(key, "?since=2999-01-01T00:00:00Z")).isEmpty();
    get(key, "/api/spam?action=eaten", 400);
    get(key, "/api/spam?limit=0", 400);
    get(key, "/api/spam?since=yesterday", 400);
  }

  @Test
  void b32_rows_without_an_organization_are_for_who_asked_and_for_operators() {
    tables.run("insert into organization (id, name) values ('paws', 'Paws')");
    final UUID id = found(Optional.empty(), "Test Company");
    final String stranger = keys.of(PAWS, "owner");

    assertThat(items(stranger, "")).isEmpty();
    get(stranger, "/api/spam/" + id, 404);
    get(stranger, "/api/spam/stats?organization=default", 404);
    post(stranger, "/api/spam/" + id + "/review", "{\"verdict\":\"allow\"}", 404);
    assertThat(items(keys.of(PAWS, "operator"), "")).hasSize(1);
    assertThat(items(keys.with("owner"), "")).hasSize(1);
  }

  @Test
  void statistics_count_an_organizations_rows() {
    found(Optional.of(OrganizationId.DEFAULT), "Test Company");
    found(Optional.of(OrganizationId.DEFAULT), "Free iPhone click here");
    found(Optional.empty(), "Test Company");

    final JsonNode stats = get(keys.with("owner"), "/api/spam/stats", 200);
    assertThat(stats.path("total_detections").intValue()).isEqualTo(3);
    assertThat(stats.path("high_risk_detections").intValue()).isEqualTo(1);
    assertThat(stats.path("blocked_actions").intValue()).isZero();
    assertThat(stats.path("latest_detection").isTextual()).isTrue();
    assertThat(log.count(OrganizationId.DEFAULT, TestClock.START)).isEqualTo(2);
    assertThat(log.since(TestClock.START)).hasSize(1);
  }

  @Test
  void b36_the_row_outlives_its_organization_and_what_was_given_does_not_outlive_its_time() {
    tables.run("insert into organization (id, name) values ('paws', 'Paws')");
    final UUID id = found(Optional.of(PAWS), "Test Company");
    tables.run("delete from organization where id = 'paws'");
    final String key = keys.with("operator");

    assertThat(get(key, "/api/spam/" + id, 200).path("original").textValue())
        .isEqualTo("Test Company");
    clock.set(TestClock.START.plus(Duration.ofDays(90)));
    forgetting.run();
    final JsonNode later = get(key, "/api/spam/" + id, 200);
    assertThat(later.path("original").isTextual()).isFalse();
    assertThat(later.at("/entry/organization").textValue()).isEqualTo("paws");
    assertThat(later.at("/entry/score").intValue()).isEqualTo(30);
  }

  @Test
  void a_reviewers_word_is_added_and_audited_and_another_needs_the_turn() {
    final UUID id = found(Optional.empty(), "Test Company");
    final String key = keys.with("moderator");
    final String path = "/api/spam/" + id + "/review";

    final JsonNode first = post(key, path, "{\"verdict\":\"allow\",\"reason\":\"known\"}", 200);
    assertThat(first.at("/review/verdict").textValue()).isEqualTo("allow");
    assertThat(first.at("/review/by").textValue()).isEqualTo("test moderator");
    assertThat(post(key, path, "{\"verdict\":\"confirm\"}", 409).path("code").textValue())
        .isEqualTo("spam_reviewed");
    final JsonNode second = post(key, path, "{\"verdict\":\"confirm\",\"turn\":1}", 200);
    assertThat(second.at("/review/turn").intValue()).isEqualTo(2);
    assertThat(tables.count("spam_review")).isEqualTo(2);
    assertThat(tables.strings("select action from audit_entry order by id"))
        .containsExactly("spam.reviewed", "spam.reviewed");
    assertThat(items(key, "?reviewed=true")).hasSize(1);
    post(key, path, "{\"verdict\":\"maybe\"}", 400);
    post(key, path, "{}", 400);
    post(keys.with("auditor"), path, "{\"verdict\":\"allow\"}", 403);
  }

  @Test
  void of_two_reviewers_at_once_one_is_heard() throws Exception {
    final UUID id = found(Optional.empty(), "Test Company");
    final String key = keys.with("moderator");
    final List<Callable<Integer>> words = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      words.add(
          () ->
              api.post("/api/spam/" + id + "/review", key, "{\"verdict\":\"allow\"}").statusCode());
    }
    final List<Integer> answers = new ArrayList<>();
    try (ExecutorService reviewers = Executors.newFixedThreadPool(8)) {
      for (final Future<Integer> answer : reviewers.invokeAll(words)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
  }

  private UUID found(final Optional<OrganizationId> organization, final String name) {
    final Spam spam = detector.judge(name, SpamKind.ORGANIZATION_NAME, SpamRules.STANDARD, "CA");
    return log.add(
        new Detection(
            organization,
            OrganizationId.DEFAULT,
            Optional.empty(),
            SpamKind.ORGANIZATION_NAME,
            name,
            spam,
            SpamAction.FLAGGED,
            Optional.of("203.0.113.7"),
            Duration.ofDays(90)));
  }

  private JsonNode items(final String key, final String query) {
    return get(key, "/api/spam" + query, 200).path("items");
  }

  private JsonNode get(final String key, final String path, final int status) {
    return answered(api.get(path, key), status);
  }

  private JsonNode post(final String key, final String path, final String json, final int status) {
    return answered(api.post(path, key, json), status);
  }

  private static JsonNode answered(final HttpResponse<String> answer, final int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (final JsonProcessingException broken) {
      throw new IllegalStateException(answer.body(), broken);
    }
  }
}
