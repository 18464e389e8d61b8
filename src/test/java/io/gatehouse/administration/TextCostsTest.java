package io.gatehouse.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text whose segments one character multiplies is named when it is configured. */
@GatehouseTest
class TextCostsTest {

  private static final String PATH = "/api/settings";
  private static final String TEXT = "{brand}: we don%st pass numbers on, sorry. {outcome} Thanks!";

  private final Api api;
  private final Keys keys;
  private String owner = "";

  TextCostsTest(final Api api, final Keys keys) {
    this.api = api;
    this.keys = keys;
  }

  @BeforeEach
  void sign_in() {
    owner = keys.with("owner");
  }

  @Test
  void a_curly_quote_in_a_text_of_ones_own_is_named_when_it_is_written_and_read() {
    final JsonNode written = put(texts("en", "warning.url", TEXT.formatted("’")));
    assertThat(written.path("warnings")).hasSize(1);
    assertThat(written.path("warnings").get(0))
        .hasToString(
            "{\"key\":\"warning.url\",\"language\":\"en\",\"characters\":\"’\",\"segments\":2,"
                + "\"segments_without\":1}");
    assertThat(read().path("warnings")).isEqualTo(written.path("warnings"));
  }

  @Test
  void what_costs_no_more_or_is_no_sms_or_has_no_choice_is_not_named() {
    assertThat(read().path("warnings").isArray()).isTrue();
    assertThat(read().path("warnings")).isEmpty();
    assertThat(put(texts("en", "warning.url", TEXT.formatted("'"))).path("warnings")).isEmpty();
    assertThat(put(texts("en", "warning.url", "No links, please 🙂")).path("warnings")).isEmpty();
    assertThat(put(texts("en", "banner.warning", "{brand}: don’t! ".repeat(20))).path("warnings"))
        .isEmpty();
  }

  @Test
  void a_word_that_spoils_our_own_texts_is_named_once() {
    final JsonNode warnings =
        put("{\"language\": \"fr\", \"words\": {\"brand\": \"Zoé’s 🐶\", \"price\": \"9 ₤\"}}")
            .path("warnings");
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).path("key").asText()).isEqualTo("words.brand");
    assertThat(warnings.get(0).path("language").asText()).isEqualTo("fr");
    assertThat(warnings.get(0).path("characters").asText()).isEqualTo("’🐶");
    assertThat(warnings.get(0).path("segments").asInt())
        .isGreaterThan(warnings.get(0).path("segments_without").asInt());
  }

  private static String texts(final String language, final String key, final String text) {
    return "{\"texts\": {\"%s\": {\"%s\": \"%s\"}}}".formatted(language, key, text);
  }

  private JsonNode read() {
    return json(api.get(PATH, owner));
  }

  private JsonNode put(final String document) {
    final String version = read().path("version").asText();
    return json(
        api.send(
            api.request(PATH)
                .header("Authorization", "Bearer " + owner)
                .header("If-Match", version)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(document))));
  }

  private static JsonNode json(final HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JsonMapper.builder().build().readTree(answer.body());
    } catch (final IOException broken) {
      throw new AssertionError(answer.body(), broken);
    }
  }
}
