package io.gatehouse.erpnext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.ambiguous;
import static io.gatehouse.erpnext.StubSite.posted;
import static io.gatehouse.erpnext.StubSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the site refuses, what it puts off, and what nobody knows. */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class SiteFailureTest {

  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";

  private final WireMockServer site = StubSite.ready();

  private final Webhooks webhooks;
  private final Effects effects;
  private final Tables tables;
  private final TestClock clock;

  SiteFailureTest(
      final Webhooks webhooks, final Effects effects, final Tables tables, final TestClock clock) {
    this.webhooks = webhooks;
    this.effects = effects;
    this.tables = tables;
    this.clock = clock;
  }

  @ParameterizedTest
  @CsvSource({
    "404,DoesNotExistError,deleted",
    "409,DuplicateEntryError,exists",
    "417,ValidationError,accept",
    "417,MandatoryError,optional",
    "417,LinkValidationError,renamed",
  })
  void a_refusal_says_what_to_do_and_is_not_repeated(
      final int status, final String excType, final String advice) {
    site.stubFor(post(COMMENTS).willReturn(refusal(status, excType)));
    leak("m1");
    effects.runDue();
    assertThat(banner()).startsWith("refused").contains(advice);
    assertThat(posted(COMMENTS)).hasSize(1);
    assertThat(told().getFirst()).startsWith("false");
  }

  @Test
  void what_was_certainly_not_done_is_tried_again() {
    site.stubFor(
        post(COMMENTS)
            .inScenario("busy")
            .whenScenarioStateIs("Started")
            .willSetStateTo("maintenance")
            .willReturn(refusal(429, "RateLimitExceededError").withHeader("Retry-After", "600")));
    site.stubFor(
        post(COMMENTS)
            .inScenario("busy")
            .whenScenarioStateIs("maintenance")
            .willSetStateTo("deadlock")
            .willReturn(aResponse().withStatus(503).withBody("<html>Updating</html>")));
    site.stubFor(
        post(COMMENTS)
            .inScenario("busy")
            .whenScenarioStateIs("deadlock")
            .willSetStateTo("well")
            .willReturn(refusal(500, "QueryDeadlockError")));
    leak("m1");
    effects.runDue();
    clock.advance(Duration.ofSeconds(599));
    effects.runDue();
    assertThat(posted(COMMENTS)).hasSize(1);
    for (int turn = 0; turn < 4; turn++) {
      clock.advance(Duration.ofMinutes(10));
      effects.runDue();
    }
    assertThat(banner()).startsWith("done");
    assertThat(posted(COMMENTS)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 200, 0})
  void what_may_have_been_done_is_looked_for_and_never_repeated_blindly(final int status) {
    site.stubFor(post(COMMENTS).willReturn(ambiguous(status)));
    site.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .withQueryParam("filters", containing("%GH-"))
            .willReturn(okJson("{\"data\":[{\"name\":\"c0ffee0009\"}]}")));
    leak("m1");
    runFor(Duration.ofMinutes(1));
    assertThat(banner()).isEqualTo("done c0ffee0009 ");
    assertThat(posted(COMMENTS)).hasSize(1);
    assertThat(told()).containsExactly("true true");
  }

  @Test
  void what_is_absent_though_it_may_still_come_is_not_repeated() {
    site.stubFor(post(COMMENTS).willReturn(ambiguous(504)));
    site.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(okJson("{\"data\":[]}")));
    leak("m1");
    runFor(Duration.ofMinutes(1));
    assertThat(posted(COMMENTS)).hasSize(1);
    assertThat(told().getFirst()).startsWith("false");
  }

  private void leak(final String name) {
    assertThat(webhooks.send(Documents.communication(name, "Received", "ann@mail.ca", LEAK)).body())
        .contains("\"flagged\":true");
  }

  private void runFor(final Duration time) {
    for (int second = 0; second < time.toSeconds(); second++) {
      effects.runDue();
      clock.advance(Duration.ofSeconds(1));
    }
  }

  private List<String> told() {
    return tables.strings(
        "select (sender_warned_at is not null) || ' ' || (admin_alerted_at is not null)"
            + " from anti_poaching_attempt");
  }

  private String banner() {
    return tables.one(
        "select state || ' ' || coalesce(provider_id, '') || ' ' || coalesce(outcome_reason, '')"
            + " from effect where kind = 'erpnext.banner'");
  }
}
