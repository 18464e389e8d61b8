package io.gatehouse.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of moderation have in common: an organization with rules of its own, in which "zonk"
 * is quarantined and "blargh" is blocked.
 */
@GatehouseTest
@NullUnmarked
abstract class ModerationTest {

  static final String BASE = "/api/moderation";
  static final String MILD = "What a zonk that was";
  static final String BAD = "You are a blargh";
  static final String FINE = "See you on Tuesday";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RULES =
      """
      {"moderation": {"enabled": %s, "thresholds": {"quarantine": %s, "block": %s}, "rules": [
        {"category": "violence", "words": ["zonk"], "weight": 0.7},
        {"category": "hate", "words": ["blargh"], "weight": 0.9}]}}
      """;

  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;

  String owner;
  String moderator;
  String sender;

  @BeforeEach
  void rules() {
    owner = keys.with(Caller.OWNER);
    moderator = keys.with(Caller.MODERATOR);
    sender = keys.with(Caller.SENDER);
    moderation(owner, true, 0);
  }

  final void moderation(final String key, final boolean on, final int version) {
    put(key, RULES.formatted(on, 0.55, 0.85), version);
  }

  final void thresholds(final double quarantine, final double block, final int version) {
    put(owner, RULES.formatted(true, quarantine, block), version);
  }

  private void put(final String key, final String settings, final int version) {
    final var request =
        api.request("/api/settings")
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .PUT(BodyPublishers.ofString(settings));
    assertThat(api.send(request).statusCode()).isEqualTo(200);
  }

  final String other(final String role) {
    tables.execute(
        "insert into organization (id, name) values ('other', 'Other') on conflict do nothing");
    return keys.of(new OrganizationId("other"), role);
  }

  final JsonNode classify(final String id, final String text) {
    return json(post("/classify", sender, content(id, text)));
  }

  static String content(final String id, final String text) {
    return "{\"source\":{\"kind\":\"post\",\"id\":\"%s\"},\"text\":\"%s\"}".formatted(id, text);
  }

  final HttpResponse<String> post(final String path, final String key, final String body) {
    return api.post(BASE + path, key, body);
  }

  final JsonNode get(final String path) {
    return json(api.get(BASE + path, moderator));
  }

  final HttpResponse<String> review(
      final String key, final String id, final int version, final String decision) {
    return api.send(
        api.request(BASE + "/decisions/" + id + "/review")
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .POST(
                BodyPublishers.ofString(
                    "{\"decision\":\"" + decision + "\",\"reason\":\"I looked at it\"}")));
  }

  final String flags(final String id) {
    return tables.one(
        "select is_quarantined || ' ' || is_hidden from content_moderation_current"
            + " where source_id = '"
            + id
            + "'");
  }

  static JsonNode json(final HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parsed(answer);
  }

  static JsonNode parsed(final HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (final JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static List<String> sources(final JsonNode page) {
    return page.path("items").findValuesAsText("id").stream().distinct().toList();
  }
}
