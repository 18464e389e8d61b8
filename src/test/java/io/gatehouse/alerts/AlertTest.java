package io.gatehouse.alerts;

import static io.gatehouse.gate.Talk.LEAK;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.Effects;
import io.gatehouse.fakesite.FakeSite;
import io.gatehouse.fakesite.SharedSite;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.site.IssueFacts;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What tests of alerts have in common: Ann and Bob, and a site that keeps documents. */
@GatehouseTest
@NullUnmarked
abstract class AlertTest {

  static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final String DESK = "desk@agency.example";

  @Inject Talk talk;
  @Inject SiteWord word;
  @Inject Effects effects;
  @Inject Tables tables;
  @Inject TestClock clock;
  @Inject Keys keys;
  @Inject Api api;

  FakeSite site;
  Conversation issue;
  String owner;

  @BeforeEach
  void register() {
    site = SharedSite.ready(clock);
    owner = keys.with(Caller.OWNER);
    issue = talk.issue("ISS-1");
  }

  final MessageEvent leak() {
    return leak(issue);
  }

  final MessageEvent leak(final Conversation in) {
    clock.advance(Duration.ofSeconds(1));
    return talk.says(in, LEAK);
  }

  final void pass(final Duration time) {
    for (int second = 0; second < time.toSeconds(); second++) {
      effects.runDue();
      clock.advance(Duration.ofSeconds(1));
    }
    effects.runDue();
  }

  final List<Map<String, Object>> alerts() {
    return site.all("Issue");
  }

  final String alert() {
    return String.valueOf(alerts().getLast().get("name"));
  }

  final List<Map<String, Object>> notes(final String alert) {
    return site.all("Comment").stream()
        .filter(comment -> alert.equals(comment.get("reference_name")))
        .toList();
  }

  /** Somebody on the desk sets the alert's status, and a webhook says so. */
  final void desk(final String alert, final String status) {
    site.change(DESK, "Issue", alert, Map.of("status", status));
    tell(alert, status);
  }

  final void tell(final String alert, final String status) {
    word.told(
        HERE,
        new IssueFacts(alert, "Compliance Alert", "", status, "", "", "", List.of(), "", false));
  }

  final HttpResponse<String> dismiss(final MessageEvent event) {
    return api.post(
        "/api/messages/events/" + event.id() + "/dismiss",
        owner,
        "{\"verdict\":\"right\",\"reason\":\"talked <b>to</b> them\"}");
  }

  final List<String> resolved() {
    return tables.strings(
        "select coalesce(resolved_by, 'open') from anti_poaching_attempt order by opened_at");
  }

  final List<String> states() {
    return tables.strings("select state from compliance_alert order by id");
  }
}
