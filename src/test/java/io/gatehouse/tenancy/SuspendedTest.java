package io.gatehouse.tenancy;

import static io.gatehouse.gate.Talk.CLEAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.effects.Effects;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What a suspended organization may do, and what becomes of what is sent to it. */
@NullUnmarked
class SuspendedTest extends TenantTest {

  @Inject Talk talk;
  @Inject Effects effects;

  @Test
  void its_keys_read_and_do_nothing_else_and_are_told_until_when() {
    final String owner = keys.of(ACME, Caller.OWNER, Caller.SENDER);
    suspend();
    for (final String path : List.of("/api/settings", "/api/inbox", "/api/organizations/acme")) {
      assertThat(api.get(path, owner).statusCode()).as(path).isEqualTo(200);
    }
    for (final String path :
        List.of("/api/messages", "/api/check", "/api/intercept", "/erpnext/sms", "/api/keys")) {
      final var refused = api.post(path, owner, "{}");
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
      assertThat(refused.body())
          .contains("organization_suspended", "until 2026-03-05T14:30:00Z", "\"until\":");
      assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    }
    assertThat(api.json("PUT", "/api/settings", owner, "{}").statusCode()).isEqualTo(403);
    assertThat(api.delete("/api/keys/" + new UUID(0, 1), owner).statusCode()).isEqualTo(403);
    assertThat(api.get("/api/inbox", owner).body()).contains("organization is suspended");
  }

  @Test
  void its_keys_send_again_from_the_end_on_recorded_or_not() {
    final String owner = keys.of(ACME, Caller.OWNER);
    suspend();
    assertThat(changed(owner)).isEqualTo(403);
    daysPass(3);
    assertThat(changed(owner)).isEqualTo(200);
  }

  @Test
  void a_flag_and_the_suspension_of_others_stand_in_nobodys_way() {
    final String owner = keys.of(ACME, Caller.OWNER);
    flag();
    assertThat(changed(owner)).isEqualTo(200);
    suspend();
    assertThat(api.post("/api/keys", keys.with(Caller.OWNER), "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void an_operator_of_a_suspended_organization_can_still_restore_it() {
    final String within = keys.of(ACME, Caller.OPERATOR, Caller.OWNER);
    suspend();
    operator = within;
    restore();
    assertThat(standing()).isEqualTo("active");
  }

  @Test
  void what_comes_for_it_is_recorded_and_waits_for_its_owner() {
    final var walk = talk.walk("walk-1");
    final var issue = talk.issue("ISS-1");
    suspendHere("suspended");

    final MessageEvent sms = talk.says(walk, CLEAN);
    assertThat(sms.state()).isEqualTo(EventState.WITHHELD);
    assertThat(SuspendedOrganizations.holds(sms)).isTrue();
    assertThat(SuspendedOrganizations.holds(talk.says(walk, Role.STAFF, CLEAN))).isTrue();
    assertThat(SuspendedOrganizations.holds(talk.says(issue, CLEAN))).isTrue();
    assertThat(SuspendedOrganizations.holds(talk.says(issue, Role.STAFF, CLEAN)))
        .as("what staff wrote on their own site")
        .isFalse();
    effects.runDue();
    assertThat(tables.strings("select kind from sandbox_effect where lane = 'twilio'")).isEmpty();

    suspendHere("active");
    clock.advance(Duration.ofSeconds(2));
    final String owner = keys.with(Caller.OWNER);
    final var sent =
        api.post(
            "/api/messages/events/" + sms.id() + "/force-send", owner, "{\"reason\":\"restored\"}");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    effects.runDue();
    assertThat(tables.strings("select request->>'Body' from sandbox_effect where lane = 'twilio'"))
        .containsExactly(CLEAN);
  }

  @Test
  void what_another_instance_changed_counts_within_two_seconds() {
    final var walk = talk.walk("walk-1");
    assertThat(SuspendedOrganizations.holds(talk.says(walk, CLEAN))).isFalse();
    suspendHere("suspended");
    clock.advance(Duration.ofSeconds(2));
    assertThat(SuspendedOrganizations.holds(talk.says(walk, CLEAN))).isTrue();
    suspendHere("active");
    clock.advance(Duration.ofSeconds(2));
    assertThat(SuspendedOrganizations.holds(talk.says(walk, CLEAN))).isFalse();
  }

  @Test
  void an_operators_message_for_a_suspended_organization_is_not_said_to_be_sent() {
    talk.walk("walk-1");
    suspendHere("suspended");
    final var answer =
        api.post(
            "/api/messages",
            keys.with(Caller.OPERATOR, Caller.SENDER),
            "{\"channel\":\"sms\",\"conversation\":\"walk-1\",\"from\":\"client\",\"body\":\"hi\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("organization_suspended", "\"state\":\"withheld\"");
  }

  /** As another instance would. */
  private void suspendHere(final String standing) {
    tables.run("update organization set standing = '" + standing + "' where id = 'default'");
    assertThat(tenures.of(OrganizationId.DEFAULT).standing().wire()).isEqualTo(standing);
  }

  private int changed(final String owner) {
    return api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", settingsVersion(owner))
                .PUT(BodyPublishers.ofString("{}")))
        .statusCode();
  }

  private String settingsVersion(final String owner) {
    return api.get("/api/settings", owner).headers().firstValue("ETag").orElseThrow();
  }
}
