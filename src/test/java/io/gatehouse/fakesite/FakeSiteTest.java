package io.gatehouse.fakesite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the gateway stands on. With {@code -Derpnext.url}, {@code -Derpnext.key} (key:secret of a
 * user with the gateway's roles) the same is asked of a real site, which must not hold anything of
 * value: documents are made.
 */
final class FakeSiteTest {

  private static final String KEY = System.getProperty("erpnext.key", "key:secret");

  private final HttpClient http = HttpClient.newHttpClient();
  private final FakeSite site = fresh();

  private static FakeSite fresh() {
    final Clock noon = Clock.fixed(Instant.parse("2026-03-01T20:00:00Z"), ZoneOffset.UTC);
    return new FakeSite(noon, ZoneId.of("America/Vancouver"));
  }

  @BeforeEach
  void user() {
    site.user(
        "gatehouse@example.org",
        "key",
        "secret",
        Set.of(
            Rights.SUPPORT_TEAM,
            Rights.INBOX_USER,
            Rights.WEBSITE_MANAGER,
            Rights.SUPER_EMAIL_USER));
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Frappe answers a creation with 200. */
  @Test
  void a_comment_is_created_with_200() throws Exception {
    final var answer = ask("POST", "/api/resource/Comment", "{\"comment_type\":\"Comment\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"name\":");
  }

  /** The link is looked at before the permission, and a long subject is no truncation. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\":\"x\",\"issue_type\":\"Nowhere\"} | LinkValidationError",
        "{\"description\":\"x\"} | MandatoryError",
      })
  void what_is_wrong_with_a_document_is_417(final String document, final String excType)
      throws Exception {
    final var answer = ask("POST", "/api/resource/Issue", document);
    assertThat(answer.statusCode()).isEqualTo(417);
    assertThat(answer.body()).contains("\"exc_type\":\"" + excType + "\"");
  }

  @Test
  void nobody_may_write_a_communication() throws Exception {
    final String name =
        answerName(ask("POST", "/api/resource/Communication", "{\"content\":\"x\"}"));
    assertThat(ask("PUT", "/api/resource/Communication/" + name, "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void a_second_issue_type_of_that_name_is_409() throws Exception {
    ask("POST", "/api/resource/Issue%20Type", "{\"name\":\"Compliance Alert\"}");
    final var again = ask("POST", "/api/resource/Issue%20Type", "{\"name\":\"compliance alert\"}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("DuplicateEntryError");
  }

  @Test
  void a_wrong_key_is_401_and_none_is_403() throws Exception {
    final HttpRequest none = HttpRequest.newBuilder(at("/api/resource/Comment")).GET().build();
    assertThat(http.send(none, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    final HttpRequest wrong =
        HttpRequest.newBuilder(at("/api/resource/Comment"))
            .header("Authorization", "token not:right")
            .GET()
            .build();
    assertThat(http.send(wrong, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @Test
  void a_deletion_is_202_and_a_second_one_404() throws Exception {
    final String name = answerName(ask("POST", "/api/resource/Comment", "{\"content\":\"x\"}"));
    assertThat(ask("DELETE", "/api/resource/Comment/" + name, "").statusCode()).isEqualTo(202);
    assertThat(ask("DELETE", "/api/resource/Comment/" + name, "").statusCode()).isEqualTo(404);
  }

  /** Times are the site's own, without offset. */
  @Test
  void a_list_is_filtered_ordered_and_paged() throws Exception {
    for (int i = 0; i < 3; i++) {
      ask("POST", "/api/resource/Comment", "{\"content\":\"n" + i + "\"}");
    }
    final String query =
        "?fields=%5B%22content%22%2C%22creation%22%5D"
            + "&filters=%5B%5B%22content%22%2C%22like%22%2C%22n%25%22%5D%5D"
            + "&order_by=content%20desc&limit_start=1&limit_page_length=1";
    final String body = ask("GET", "/api/resource/Comment" + query, "").body();
    assertThat(body).contains("\"content\":\"n1\"").doesNotContain("n2", "n0");
    assertThat(body).contains("2026-03-01 12:00:00.000000");
  }

  @Test
  void a_unique_field_refuses_the_second_document() throws Exception {
    site.put("Custom Field", Map.of("name", "Comment-custom_gateway_key", "fieldtype", "Data"));
    ask("POST", "/api/resource/Comment", "{\"custom_gateway_key\":\"GH-1\"}");
    final var again = ask("POST", "/api/resource/Comment", "{\"custom_gateway_key\":\"GH-1\"}");
    assertThat(again.statusCode()).isEqualTo(417);
    assertThat(again.body()).contains("UniqueValidationError");
  }

  private HttpResponse<String> ask(final String method, final String path, final String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "token " + KEY)
            .header("Accept", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI at(final String path) {
    return URI.create(System.getProperty("erpnext.url", site.url()) + path);
  }

  private static String answerName(final HttpResponse<String> answer) {
    return Json.read(answer.body()).path("data").path("name").asText();
  }
}
