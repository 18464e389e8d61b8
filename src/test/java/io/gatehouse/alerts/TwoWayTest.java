package io.gatehouse.alerts;

import static io.gatehouse.gate.Talk.LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.fakesite.SharedSite;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.message.MessageEvent;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is decided on one side is decided on the other. */
@Property(name = "env.ERPNEXT_URL", value = SharedSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = SharedSite.KEY)
@Property(name = "env.ERPNEXT_API_SECRET", value = SharedSite.SECRET)
@Property(name = "env.PUBLIC_URL", value = "https://gate.example.com")
@NullUnmarked
class TwoWayTest extends AlertTest {

  @Inject ProviderAccounts accounts;
  @Inject FrappeClient client;

  @Test
  void closing_the_alert_on_the_desk_resolves_its_attempts_and_leaves_the_strikes() {
    leak();
    leak();
    effects.runDue();
    desk(alert(), "Closed");
    assertThat(resolved()).containsExactly("erpnext", "erpnext");
    assertThat(states()).containsExactly("closed");
    assertThat(tables.one("select closed_by from compliance_alert")).isEqualTo("erpnext");
    assertThat(tables.count("strike")).isEqualTo(2);
    tell(alert(), "Closed");
    effects.runDue();
    assertThat(tables.count("audit_entry where action = 'message.dismissed'")).isEqualTo(2);
    assertThat(tables.count("effect where kind = 'erpnext.alert_close'")).isZero();
    assertThat(tables.count("rule_lesson")).as("the desk gave no verdict").isZero();
  }

  @Test
  void what_was_withheld_stays_so_when_the_desk_is_done_with_it() {
    final var walk = talk.walk("walk-1");
    leak(walk);
    leak(walk);
    leak(walk);
    effects.runDue();
    desk(alert(), "Resolved");
    assertThat(tables.strings("select state from message_event order by id"))
        .containsExactly("withheld", "withheld", "dismissed");
  }

  @Test
  void what_the_desk_could_not_read_of_yet_begins_a_new_alert() {
    leak();
    effects.runDue();
    final String first = alert();
    leak();
    desk(first, "Closed");
    assertThat(resolved()).containsExactly("erpnext", "open");
    effects.runDue();
    assertThat(alerts()).hasSize(2);
    assertThat(notes(first)).isEmpty();
    assertThat(states()).containsExactly("closed", "open");
  }

  @Test
  void a_close_that_no_webhook_told_of_is_seen_by_the_next_strike() {
    leak();
    effects.runDue();
    site.change("desk@agency.example", "Issue", alert(), Map.of("status", "Closed"));
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(2);
    assertThat(resolved()).containsExactly("erpnext", "open");
  }

  @Test
  void an_alert_deleted_on_the_site_is_opened_anew_and_decides_nothing() {
    leak();
    effects.runDue();
    client.delete(accounts.erpnext(HERE).site().orElseThrow(), "Issue", alert());
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(1);
    assertThat(resolved()).containsExactly("open", "open");
    assertThat(states()).containsExactly("closed", "open");
  }

  @Test
  void an_alert_opened_again_on_the_site_takes_the_next_strike() {
    leak();
    effects.runDue();
    desk(alert(), "Closed");
    desk(alert(), "Open");
    assertThat(states()).containsExactly("open");
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(1);
    assertThat(notes(alert())).hasSize(1);
  }

  @Test
  void an_alert_opened_again_beside_a_newer_one_leaves_that_one_its_strikes() {
    leak();
    effects.runDue();
    final String first = alert();
    desk(first, "Closed");
    leak();
    effects.runDue();
    desk(first, "Open");
    leak();
    effects.runDue();
    assertThat(states()).containsExactly("open", "open");
    assertThat(notes(first)).isEmpty();
    assertThat(notes(alert())).hasSize(1);
  }

  @Test
  void deciding_on_the_last_attempt_here_closes_the_alert_there_once_saying_who_and_why() {
    final MessageEvent first = leak();
    final MessageEvent second = leak();
    effects.runDue();
    dismiss(first);
    effects.runDue();
    assertThat(alerts().getFirst()).containsEntry("status", "Open");
    dismiss(second);
    assertThat(states()).containsExactly("closing");
    effects.runDue();
    tell(alert(), "Closed");
    effects.runDue();
    assertThat(alerts().getFirst()).containsEntry("status", "Closed");
    assertThat(states()).containsExactly("closed");
    assertThat(tables.one("select closed_by from compliance_alert")).isEqualTo("test owner");
    assertThat(tables.count("effect where kind = 'erpnext.alert_close'")).isOne();
    assertThat(notes(alert())).hasSize(2);
    assertThat(String.valueOf(notes(alert()).getLast().get("content")))
        .contains("test owner", "talked &lt;b&gt;to&lt;/b&gt; them")
        .doesNotContain("<b>to</b>");
    assertThat(resolved()).containsExactly("test owner", "test owner");
  }

  @Test
  void two_words_at_the_same_moment_close_it_once() throws Exception {
    final MessageEvent first = leak();
    final MessageEvent second = leak();
    effects.runDue();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var one = pool.submit(() -> dismiss(first).statusCode());
      final var two = pool.submit(() -> dismiss(second).statusCode());
      assertThat(List.of(one.get(), two.get())).containsOnly(200);
    }
    assertThat(tables.count("effect where kind = 'erpnext.alert_close'")).isOne();
  }

  @Test
  void an_alert_the_desk_closed_first_is_left_as_it_is() {
    final MessageEvent only = leak();
    effects.runDue();
    site.change("desk@agency.example", "Issue", alert(), Map.of("status", "Closed"));
    dismiss(only);
    effects.runDue();
    assertThat(notes(alert())).isEmpty();
    assertThat(states()).containsExactly("closed");
  }

  @Test
  void what_is_decided_before_the_desk_was_told_needs_no_alert() {
    dismiss(leak());
    pass(Duration.ofSeconds(10));
    assertThat(alerts()).isEmpty();
    assertThat(states()).containsExactly("closed");
    assertThat(tables.one("select admin_alerted_at from anti_poaching_attempt")).isEqualTo("null");
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void alerts_are_listed_with_their_people_masked_and_links_to_their_messages() {
    final MessageEvent first = leak();
    effects.runDue();
    final String all = list("", owner);
    assertThat(all)
        .contains("\"state\":\"open\"", "\"issue\":\"" + alert() + "\"", "\"strikes\":1")
        .contains("https://gate.example.com/api/messages/events/" + first.id())
        .contains("***@mail.ca", "Bob", "\"last_at\"")
        .doesNotContain("ann@", "bob@", LEAK);
    assertThat(list("?state=closed", owner)).isEqualTo("[]");
    assertThat(list("?state=open", keys.with(Caller.AUDITOR))).isEqualTo(all);
    assertThat(list("?state=mad", owner)).contains("\"status\":400");
    assertThat(list("?before=" + tables.one("select id from compliance_alert"), owner))
        .isEqualTo("[]");
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    assertThat(list("", keys.of(new OrganizationId("other"), Caller.OWNER))).isEqualTo("[]");
    assertThat(list("", keys.with(Caller.SENDER))).contains("\"status\":403");
  }

  private String list(final String query, final String key) {
    return api.get("/api/alerts" + query, key).body();
  }
}
