package io.gatehouse.frappe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.base.Secret;
import io.gatehouse.effects.Outcome;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrappeClientTest {

  private static final FrappeClient PATIENT =
      new FrappeClient(JsonMapper.createDefault(), Duration.ofSeconds(20));

  private final FrappeClient client =
      new FrappeClient(JsonMapper.createDefault(), Duration.ofMillis(300));
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().dynamicHttpsPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void nobody_listening_or_no_such_host_is_not_reached_and_may_be_tried_again() {
    final String closed = base();
    server.stop();
    assertThat(create(closed)).isInstanceOf(Reply.Unreached.class);
    final Reply nowhere = create("http://site.invalid");
    assertThat(nowhere).isInstanceOf(Reply.Unreached.class);
    assertThat(Creation.outcome(nowhere, "Role")).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void a_site_that_does_not_answer_in_time_may_have_done_it() {
    answer(okJson("{\"data\":{\"name\":\"x\"}}").withFixedDelay(1_000));
    final Reply slow = create(base());
    assertThat(slow).isInstanceOf(Reply.Lost.class);
    assertThat(Creation.outcome(slow, "Role")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void what_is_no_json_object_names_no_document() {
    for (final String body : List.of("<html>", "", "[1]", "{\"data\":7}", "{\"data\":{\"name\":")) {
      answer(ok(body));
      assertThat(Creation.outcome(create(base()), "Role"))
          .as(body)
          .isInstanceOf(Outcome.Unknown.class);
    }
  }

  /** RFC 9110 allows both forms; the date counts from the answer's own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After | 90 | 90",
        "Retry-After | Sat, 21 Nov 2026 12:02:00 GMT | 120",
        "Retry-After | 999999999 | 3600",
        "Retry-After | soon | ",
        "Retry-After | Sat, 21 Nov 2026 11:00:00 GMT | ",
        "X-RateLimit-Reset | 45 | 45",
      })
  void a_pause_asked_for_is_understood(
      final String header, final String value, final @Nullable Integer seconds) {
    answer(
        aResponse()
            .withStatus(429)
            .withHeader("Date", "Sat, 21 Nov 2026 12:00:00 GMT")
            .withHeader(header, value));
    assertThat(PATIENT.create(site(base()), "Comment", Map.of("content", "x")))
        .isInstanceOfSatisfying(
            Reply.Answered.class,
            answered ->
                assertThat(answered.retryAfter())
                    .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds)));
  }

  @Test
  void an_answer_without_end_is_not_taken_in() {
    answer(ok().withBody(new byte[(16 << 20) + 1]));
    final Reply reply = PATIENT.create(site(base()), "Comment", Map.of("content", "x"));
    assertThat(reply).isEqualTo(new Reply.Lost("too_much"));
  }

  @Test
  void why_nothing_was_reached_is_told_apart() {
    assertThat(create("http://site.invalid")).isEqualTo(new Reply.Unreached("no_host"));
    assertThat(PATIENT.create(site("https://localhost:" + server.httpsPort()), "Issue", Map.of()))
        .isEqualTo(new Reply.Unreached("tls"));
    final String closed = base();
    server.stop();
    assertThat(create(closed)).isEqualTo(new Reply.Unreached("no_connection"));
  }

  @Test
  void names_are_encoded_and_a_slash_at_the_end_does_no_harm() {
    answer(okJson("{\"data\":{\"name\":\"Compliance Alert\"}}"));
    client.create(site(base() + "/"), "Issue Type", Map.of("name", "x"));
    client.find(site(base()), "Issue", List.of(List.of("subject", "like", "%GH-1%")));
    assertThat(server.getAllServeEvents().stream().map(event -> event.getRequest().getUrl()))
        .containsExactlyInAnyOrder(
            "/api/resource/Issue%20Type",
            "/api/resource/Issue?fields=%5B%22name%22%5D"
                + "&filters=%5B%5B%22subject%22%2C%22like%22%2C%22%25GH-1%25%22%5D%5D"
                + "&limit_page_length=1");
  }

  /** Its own baseUrl() is the encrypted one. */
  private String base() {
    return "http://localhost:" + server.port();
  }

  private void answer(final ResponseDefinitionBuilder response) {
    server.stubFor(any(anyUrl()).willReturn(response));
  }

  private Reply create(final String url) {
    return client.create(site(url), "Comment", Map.of("content", "x"));
  }

  private static Site site(final String url) {
    return new Site(URI.create(url), new Secret("k"), new Secret("s"));
  }
}
