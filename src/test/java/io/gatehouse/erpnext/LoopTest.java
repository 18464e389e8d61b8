package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effects;
import io.gatehouse.fakesite.FakeSite;
import io.gatehouse.fakesite.Mischief;
import io.gatehouse.fakesite.SharedSite;
import io.gatehouse.fixture.Request.Serialisation;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole loop over a site that keeps documents: a reply in, banner and alert out, their webhooks
 * back in and ignored, the alert closed, the attempt resolved.
 */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = SharedSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = SharedSite.KEY)
@Property(name = "env.ERPNEXT_API_SECRET", value = SharedSite.SECRET)
class LoopTest {

  private static final String CLIENT = "ann@mail.ca";
  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";

  private final EmbeddedServer server;
  private final ProviderAccounts accounts;
  private final Effects effects;
  private final Tables tables;
  private final Keys keys;
  private final Api api;
  private final FakeSite site;

  LoopTest(
      final EmbeddedServer server,
      final ProviderAccounts accounts,
      final Effects effects,
      final Tables tables,
      final Keys keys,
      final Api api,
      final TestClock clock) {
    this.server = server;
    this.accounts = accounts;
    this.effects = effects;
    this.tables = tables;
    this.keys = keys;
    this.api = api;
    this.site = SharedSite.ready(clock);
  }

  @BeforeEach
  void connect() {
    site.tells(
        server.getURL() + "/webhooks/erpnext",
        accounts.erpnext(OrganizationId.DEFAULT).webhookSecrets().getFirst().reveal());
  }

  @ParameterizedTest
  @EnumSource(Serialisation.class)
  void a_portal_reply_goes_in_and_what_comes_out_is_not_taken_in(final Serialisation style) {
    site.serialise(style);
    final String issue = issue();
    site.portalReply(issue, CLIENT, LEAK);
    turn();
    assertThat(ours("Comment")).hasSize(1);
    assertThat(ours("Comment").getFirst())
        .containsEntry("published", 1)
        .containsEntry("reference_name", issue);
    assertThat(alerts()).hasSize(1);
    assertThat(tables.count("message_event")).isEqualTo(2);
    turn();
    assertThat(tables.count("message_event")).isEqualTo(2);
    assertThat(ours("Comment")).hasSize(1);
  }

  @Test
  void a_webhook_that_comes_three_times_is_judged_once() {
    site.suffers(new Mischief(1, 0, 1, 0));
    site.portalReply(issue(), CLIENT, LEAK);
    turn();
    assertThat(tables.count("message_event")).isEqualTo(2);
    assertThat(ours("Comment")).hasSize(1);
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void an_alert_closed_on_the_desk_resolves_its_attempts() {
    site.portalReply(issue(), CLIENT, LEAK);
    turn();
    site.change(
        "desk@agency.example",
        "Issue",
        String.valueOf(alerts().getFirst().get("name")),
        Map.of("status", "Closed"));
    turn();
    assertThat(tables.strings("select resolved_at is not null from anti_poaching_attempt"))
        .containsExactly("t");
  }

  @Test
  void what_is_decided_here_closes_the_alert_there_once() {
    site.portalReply(issue(), CLIENT, LEAK);
    turn();
    final String event = tables.one("select event_id from anti_poaching_attempt");
    api.post(
        "/api/messages/events/" + event + "/dismiss",
        keys.with("owner"),
        "{\"verdict\":\"right\",\"reason\":\"talked to them\"}");
    turn();
    turn();
    assertThat(alerts().getFirst()).containsEntry("status", "Closed");
    assertThat(tables.count("effect where kind = 'erpnext.alert_close'")).isEqualTo(1);
  }

  @Test
  void a_second_leak_goes_to_the_alert_that_is_open() {
    final String issue = issue();
    site.portalReply(issue, CLIENT, LEAK);
    turn();
    site.portalReply(issue, CLIENT, "<p>or write to ann.private@mail.ca</p>");
    turn();
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void the_owner_reads_words_and_no_markup() {
    final String issue = issue();
    for (int strike = 0; strike < 3; strike++) {
      site.portalReply(issue, CLIENT, LEAK);
    }
    turn();
    assertThat(api.get("/api/inbox", keys.with("owner")).body())
        .contains("***-***-0143")
        .doesNotContain("<p>", "<b>", "604-555");
  }

  private String issue() {
    return site.write(
        CLIENT,
        "Issue",
        Map.of(
            "subject", "My return",
            "description", "<p>Please have a look at my return.</p>",
            "issue_type", SharedSite.ISSUE_TYPE,
            "raised_by", CLIENT,
            "_assign", "[\"bob@agency.example\"]"));
  }

  /** Webhooks in, effects out, until both are quiet. */
  private void turn() {
    do {
      effects.runDue();
    } while (site.deliver() > 0);
    effects.runDue();
  }

  private List<Map<String, Object>> ours(final String doctype) {
    return site.all(doctype).stream()
        .filter(one -> SharedSite.USER.equals(one.get("owner")))
        .toList();
  }

  private List<Map<String, Object>> alerts() {
    return ours("Issue");
  }
}
