package io.gatehouse.retraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effects;
import io.gatehouse.fakesite.FakeSite;
import io.gatehouse.fakesite.Mischief;
import io.gatehouse.fakesite.SharedSite;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole loop over a site that keeps documents: hidden, told, restored, and never read back. */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = SharedSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = SharedSite.KEY)
@Property(name = "env.ERPNEXT_API_SECRET", value = SharedSite.SECRET)
@Property(name = OpenAlert.ASKED_FOR, value = "true")
class ThreadLoopTest {

  private static final String CLIENT = "ann@mail.ca";
  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";

  private final FakeSite site;
  private final EmbeddedServer server;
  private final Effects effects;
  private final Tables tables;
  private final Desk desk;

  /** The owner's side. */
  @Singleton
  record Desk(Api api, Keys keys, OpenAlert alert, ProviderAccounts accounts, TestClock clock) {}

  ThreadLoopTest(
      final EmbeddedServer server, final Effects effects, final Tables tables, final Desk desk) {
    this.server = server;
    this.effects = effects;
    this.tables = tables;
    this.desk = desk;
    this.site = SharedSite.ready(desk.clock());
  }

  @BeforeEach
  void connect() {
    desk.alert().is(null);
    site.tells(
        server.getURL() + "/webhooks/erpnext/communication",
        desk.accounts().erpnext(OrganizationId.DEFAULT).webhookSecrets().getFirst().reveal());
    site.put("Issue", Map.of("name", "ISS-1", "subject", "Books", "description", "Hello"));
    site.put("Issue", Map.of("name", "ISS-9", "subject", "Alert", "description", "Alert"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_portal_reply_is_replaced_by_a_notice_and_comes_back_as_ours(final int copies) {
    strict("relink");
    site.suffers(new Mischief(1, 0, copies, 0));
    final String reply = site.portalReply("ISS-1", CLIENT, LEAK);
    turn();

    assertThat(site.find("Comment", reply)).isEmpty();
    assertThat(comments()).singleElement().asString().contains("held back").doesNotContain("604");
    assertThat(events()).isOne();

    assertThat(forceSend()).isEqualTo(200);
    turn();
    assertThat(comments())
        .singleElement()
        .asString()
        .contains("client wrote on", "604-555-0143", "published=1");
    assertThat(events()).isOne();
  }

  @Test
  void a_mail_moves_to_the_alert_and_back() {
    strict("relink");
    desk.alert().is("ISS-9");
    final String mail = site.mail("ISS-1", CLIENT, false, LEAK);
    turn();
    assertThat(site.find("Communication", mail).orElseThrow())
        .containsEntry("reference_name", "ISS-9");
    assertThat(comments()).hasSize(1);

    assertThat(forceSend()).isEqualTo(200);
    turn();
    assertThat(site.find("Communication", mail).orElseThrow())
        .containsEntry("reference_name", "ISS-1");
    assertThat(comments()).isEmpty();
    assertThat(events()).isOne();
  }

  @Test
  void a_mail_that_may_not_be_deleted_stays_with_a_reminder() {
    strict("delete");
    site.forbidDeletingMail();
    final String mail = site.mail("ISS-1", CLIENT, false, LEAK);
    turn();

    assertThat(site.find("Communication", mail)).isPresent();
    assertThat(comments()).singleElement().asString().contains("A reminder");
    assertThat(tables.strings("select kind from notice")).contains("erpnext_not_hidden");
  }

  @Test
  void with_every_third_answer_lost_or_late_all_is_hidden_and_said_once() {
    strict("delete");
    site.suffers(new Mischief(7, 0, 1, 0.3));
    for (int n = 0; n < 30; n++) {
      site.portalReply("ISS-1", CLIENT, "<p>call 604-555-01" + (10 + n) + "</p>");
    }
    for (int n = 0; n < 60; n++) {
      turn();
      desk.clock().advance(Duration.ofMinutes(1));
    }

    assertThat(events()).isEqualTo(30);
    assertThat(tables.strings("select distinct state from message_event"))
        .containsExactly("withheld");
    assertThat(comments().stream().filter(one -> one.contains("held back"))).hasSize(30);
    assertThat(comments()).noneMatch(one -> one.contains("604-555"));
  }

  private long events() {
    return tables.count("message_event");
  }

  /** What stands in the thread beside mail. */
  private List<String> comments() {
    return site.all("Comment").stream().map(String::valueOf).toList();
  }

  private int forceSend() {
    return desk.api()
        .post(
            "/api/messages/events/" + tables.one("select id from message_event") + "/force-send",
            desk.keys().with(Caller.OWNER),
            ThreadTest.WHY)
        .statusCode();
  }

  /** Webhooks in, effects out, until both are quiet. */
  private void turn() {
    do {
      effects.runDue();
    } while (site.deliver() > 0);
    effects.runDue();
  }

  private void strict(final String hide) {
    final var changed =
        desk.api()
            .send(
                desk.api()
                    .request("/api/settings")
                    .header("Authorization", "Bearer " + desk.keys().with(Caller.OWNER))
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"0\"")
                    .PUT(
                        BodyPublishers.ofString(
                            """
                            {"rules":[{"channel":"erpnext","mode":"strict"}],\
                            "erpnext":{"hide":"%s"}}"""
                                .formatted(hide))));
    assertThat(changed.statusCode()).isEqualTo(200);
  }
}
