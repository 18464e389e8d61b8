package io.gatehouse.erpnext;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.ISSUES;
import static io.gatehouse.erpnext.StubSite.TYPES;
import static io.gatehouse.erpnext.StubSite.created;
import static io.gatehouse.erpnext.StubSite.linkMissing;
import static io.gatehouse.erpnext.StubSite.posted;
import static io.gatehouse.erpnext.StubSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A webhook in, a banner and an alert out. */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class PostingTest {

  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";

  private final WireMockServer site = StubSite.ready();

  private final Webhooks webhooks;
  private final Effects effects;
  private final Tables tables;

  PostingTest(final Webhooks webhooks, final Effects effects, final Tables tables) {
    this.webhooks = webhooks;
    this.effects = effects;
    this.tables = tables;
  }

  @Test
  void a_leak_gets_a_banner_and_an_alert_and_only_then_counts_as_told() {
    leak("m1");
    assertThat(told()).containsExactly("false false");
    effects.runDue();
    assertThat(told()).containsExactly("true true");
    assertThat(effectStates()).containsExactly("erpnext.banner done", "erpnext.alert done");
    final String reference =
        tables.one("select reference from effect where kind = 'erpnext.banner'");
    site.verify(
        1,
        postRequestedFor(urlEqualTo(COMMENTS))
            .withHeader("Authorization", equalTo("token k1:s1"))
            .withHeader("Accept", equalTo("application/json"))
            .withHeader("Content-Type", containing("application/json"))
            .withHeader("Cookie", absent())
            .withHeader("Expect", absent())
            .withHeader("Upgrade", absent())
            .withRequestBody(matchingJsonPath("$.comment_type", equalTo("Comment")))
            .withRequestBody(matchingJsonPath("$.reference_doctype", equalTo("Issue")))
            .withRequestBody(matchingJsonPath("$.reference_name", equalTo("ISS-1")))
            .withRequestBody(matchingJsonPath("$.published", equalTo("1")))
            .withRequestBody(matchingJsonPath("$.subject", equalTo(reference)))
            .withRequestBody(
                matchingJsonPath("$.content", containing("<p>" + reference + "</p>"))));
  }

  @Test
  void the_alert_shows_what_S1_31_asks_for_and_no_evidence_that_could_be_used() {
    leak("m1");
    effects.runDue();
    final String body = posted(ISSUES).getFirst();
    assertThat(body)
        .contains("[Compliance Alert] Conversation flag in ISS-1 GH-")
        .contains("\"issue_type\":\"Compliance Alert\"", "\"priority\":\"Medium\"")
        .contains("***-***-0143", "***@mail.ca", "phone number")
        .doesNotContain("604-555", "ann@", "raised_by", "customer", "via_customer_portal");
  }

  @Test
  void the_third_strike_gives_the_alert_high_priority_and_its_banner_escalates_S1_32() {
    leak("m1");
    leak("m2");
    leak("m3");
    effects.runDue();
    assertThat(posted(ISSUES)).singleElement().asString().contains("\"priority\":\"Medium\"");
    site.verify(
        1,
        putRequestedFor(urlEqualTo(ISSUES + "/ISS-2026-00007"))
            .withRequestBody(equalToJson("{\"priority\":\"High\"}")));
    final List<String> banners =
        posted(COMMENTS).stream().filter(body -> body.contains("\"published\":1")).toList();
    assertThat(banners.getLast()).contains("reviewed").doesNotContain("A reminder");
    assertThat(banners.getFirst()).contains("A reminder");
  }

  @Test
  void nothing_a_person_wrote_becomes_html() {
    final String evil = "<script>alert(1)</script>";
    webhooks.send(
        Documents.communication("m1", "Received", "ann@mail.ca", LEAK)
            .replace("ISS-1", "ISS" + evil));
    tables.run("update participant set name = '<img src=x onerror=alert(2)>'");
    effects.runDue();
    assertThat(posted(ISSUES).getFirst())
        .doesNotContain("<script", "<img")
        .contains("&lt;img src=x onerror=alert(2)&gt;");
    // The link must name the Issue as it is; it is no HTML.
    assertThat(posted(COMMENTS).getFirst().replace("ISS" + evil, ""))
        .contains("<p>A reminder")
        .doesNotContain("script");
  }

  @Test
  void a_missing_issue_type_is_made_once() {
    site.stubFor(
        post(ISSUES).inScenario("type").whenScenarioStateIs("Started").willReturn(linkMissing()));
    site.stubFor(
        post(TYPES)
            .inScenario("type")
            .willSetStateTo("made")
            .willReturn(created("Compliance Alert")));
    leak("m1");
    effects.runDue();
    assertThat(effectStates()).contains("erpnext.alert done");
    assertThat(posted(TYPES).getFirst()).contains("\"name\":\"Compliance Alert\"");
    assertThat(posted(ISSUES)).hasSize(2);
  }

  @Test
  void a_missing_priority_is_left_out() {
    site.stubFor(
        post(ISSUES).withRequestBody(matchingJsonPath("$.priority")).willReturn(linkMissing()));
    site.stubFor(post(TYPES).willReturn(refusal(409, "DuplicateEntryError")));
    leak("m1");
    effects.runDue();
    assertThat(effectStates()).contains("erpnext.alert done");
    assertThat(posted(ISSUES).getLast()).doesNotContain("priority").contains("issue_type");
  }

  private void leak(final String name) {
    assertThat(webhooks.send(Documents.communication(name, "Received", "ann@mail.ca", LEAK)).body())
        .contains("\"flagged\":true");
  }

  private List<String> told() {
    return tables.strings(
        "select (sender_warned_at is not null) || ' ' || (admin_alerted_at is not null)"
            + " from anti_poaching_attempt");
  }

  private List<String> effectStates() {
    return tables.strings("select kind || ' ' || state from effect order by number");
  }
}
