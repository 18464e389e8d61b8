package io.gatehouse.erpnext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.posted;
import static io.gatehouse.erpnext.StubSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.base.Caller;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nothing can be posted by before somebody sets something right. */
@NullUnmarked
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class StoppedPostsTest {

  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";

  private final WireMockServer site = StubSite.ready();

  @Inject Webhooks webhooks;
  @Inject Effects effects;
  @Inject Tables tables;
  @Inject Api api;
  @Inject Keys keys;

  @ParameterizedTest
  @CsvSource({
    "401, AuthenticationError, key_wrong, ERPNEXT_API_KEY",
    "403, PermissionError, role_missing, Website Manager",
    "302, '', redirected, ERPNEXT_URL",
  })
  void it_waits_parked_and_says_what_to_set_right(
      final int status, final String excType, final String code, final String advice) {
    everythingAnswers(status, excType);
    site.stubFor(
        get("/api/method/frappe.auth.get_logged_user")
            .willReturn(okJson("{\"message\":\"gateway@firm.ca\"}")));
    leak("m1");
    leak("m2");
    effects.runDue();
    assertThat(effects("erpnext.banner")).containsExactly("parked " + code);
    assertThat(reasons()).contains(advice);
    assertThat(posted(COMMENTS)).hasSize(1);
  }

  @Test
  void one_cause_is_told_once_however_many_posts_it_stops_and_again_after_it_was_mended() {
    everythingAnswers(401, "AuthenticationError");
    leak("m1");
    leak("m2");
    effects.runDue();
    assertThat(notices()).containsExactly("key_wrong");

    StubSite.ready();
    assertThat(retry("key_wrong").body()).contains("\"retried\":3");
    effects.runDue();
    assertThat(effects("erpnext.banner")).containsOnly("done ");

    everythingAnswers(401, "AuthenticationError");
    leak("m3");
    effects.runDue();
    assertThat(notices()).containsExactly("key_wrong", "key_wrong");
    assertThat(api.get("/api/inbox", keys.with(Caller.OWNER)).body())
        .contains("until something is set right (code key_wrong)", "ERPNEXT_API_KEY");
  }

  @Test
  void each_missing_role_is_a_cause_of_its_own() {
    everythingAnswers(403, "PermissionError");
    site.stubFor(
        get("/api/method/frappe.auth.get_logged_user")
            .willReturn(okJson("{\"message\":\"gateway@firm.ca\"}")));
    leak("m1");
    leak("m2");
    effects.runDue();
    assertThat(notices()).containsExactly("role_missing", "role_missing");
    assertThat(reasons()).contains("Website Manager");
  }

  /** A proxy that drops the header Authorization makes a guest of us: no role would help. */
  @Test
  void a_guest_is_not_told_to_add_roles() {
    everythingAnswers(403, "PermissionError");
    leak("m1");
    effects.runDue();
    assertThat(effects("erpnext.banner")).containsExactly("parked key_unheard");
    assertThat(reasons()).contains("Authorization");
  }

  /** The field of our own is unique where it was installed: the site refuses the double itself. */
  @Test
  void a_post_that_is_there_already_is_done() {
    site.stubFor(post(COMMENTS).willReturn(refusal(417, "UniqueValidationError")));
    site.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .withQueryParam("filters", containing("custom_gateway_key"))
            .willReturn(okJson("{\"data\":[{\"name\":\"c0ffee0003\"}]}")));
    leak("m1");
    effects.runDue();
    tables.run("update scheduled_tasks set execution_time = '2026-03-02T14:30:00Z'");
    effects.runDue();
    assertThat(tables.strings("select provider_id from effect where kind = 'erpnext.banner'"))
        .containsExactly("c0ffee0003");
    assertThat(posted(COMMENTS)).hasSize(1);
    final String reference =
        tables.one("select reference from effect where kind = 'erpnext.banner'");
    assertThat(posted(COMMENTS).getFirst())
        .contains("\"custom_gateway_key\":\"" + reference + "\"");
  }

  /** A site without the field answers the question for it with an error. */
  @Test
  void where_the_field_is_missing_it_is_found_by_what_it_says() {
    site.stubFor(post(COMMENTS).willReturn(aResponse().withStatus(504)));
    site.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .withQueryParam("filters", containing("custom_gateway_key"))
            .willReturn(refusal(500, "OperationalError")));
    site.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .withQueryParam("filters", containing("\"like\""))
            .willReturn(okJson("{\"data\":[{\"name\":\"c0ffee0004\"}]}")));
    leak("m1");
    effects.runDue();
    tables.run("update scheduled_tasks set execution_time = '2026-03-02T14:30:00Z'");
    effects.runDue();
    assertThat(effects("erpnext.banner")).containsExactly("done ");
    assertThat(posted(COMMENTS)).hasSize(1);
  }

  private void everythingAnswers(final int status, final String excType) {
    site.resetAll();
    site.stubFor(any(anyUrl()).willReturn(refusal(status, excType)));
    site.stubFor(post(urlEqualTo(COMMENTS)).willReturn(refusal(status, excType)));
  }

  private void leak(final String name) {
    assertThat(webhooks.send(Documents.communication(name, "Received", "ann@mail.ca", LEAK)).body())
        .contains("\"flagged\":true");
  }

  private HttpResponse<String> retry(final String code) {
    return api.post(
        "/api/effects/retry",
        keys.with(Caller.OWNER),
        "{\"code\":\"" + code + "\",\"reason\":\"the key is right now\"}");
  }

  private List<String> effects(final String kind) {
    return tables.strings(
        "select state || ' ' || coalesce(outcome_code, '') from effect where kind = '"
            + kind
            + "' order by number");
  }

  private String reasons() {
    return tables.strings("select outcome_reason from effect").toString();
  }

  private List<String> notices() {
    return tables.strings(
        "select facts->>'code' from notice where kind = 'erpnext_stopped' order by id");
  }
}
