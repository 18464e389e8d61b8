package io.gatehouse.erpnext;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;

/** Nothing is written in a person's name. */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "of-a-person")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class PersonsKeyTest {

  private final WireMockServer site = StubSite.ready();
  private final Webhooks webhooks;
  private final Effects effects;
  private final Tables tables;

  PersonsKeyTest(final Webhooks webhooks, final Effects effects, final Tables tables) {
    this.webhooks = webhooks;
    this.effects = effects;
    this.tables = tables;
  }

  @Test
  void with_a_person_s_key_posts_are_parked_and_nothing_reaches_the_site() {
    site.stubFor(
        get("/api/method/frappe.auth.get_logged_user")
            .willReturn(okJson("{\"message\":\"Administrator\"}")));
    webhooks.send(
        Documents.communication("m1", "Received", "ann@mail.ca", "<p>Call 604-555-0143</p>"));
    effects.runDue();
    assertThat(tables.strings("select distinct state || ' ' || outcome_code from effect"))
        .containsExactly("parked person_key");
    assertThat(StubSite.posted(StubSite.COMMENTS)).isEmpty();
    assertThat(StubSite.posted(StubSite.ISSUES)).isEmpty();
  }
}
