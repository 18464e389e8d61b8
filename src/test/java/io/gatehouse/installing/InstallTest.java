package io.gatehouse.installing;

import static io.gatehouse.installing.Told.body;
import static io.gatehouse.installing.Told.reason;
import static io.gatehouse.installing.Told.state;
import static io.gatehouse.installing.Told.states;
import static io.gatehouse.installing.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator's key makes of a site, version by version. */
@GatehouseTest
@Property(name = "env.PUBLIC_URL", value = "https://gate.example.com")
@Property(name = "gatehouse.erpnext.delivery-within", value = "4s")
class InstallTest {

  private static final String PATH = "/api/connect/erpnext";
  private static final String USER = "gatehouse@erpnext.invalid";

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final EmbeddedServer server;
  private FakeDesk site = new FakeDesk(15);

  InstallTest(final Api api, final Keys keys, final Tables tables, final EmbeddedServer server) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.server = server;
    site.delivers(server.getURI());
  }

  @AfterEach
  void leave() {
    site.close();
  }

  private void isVersion(final int version) {
    site.close();
    site = new FakeDesk(version);
    site.delivers(server.getURI());
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16})
  void a_plan_writes_nothing_and_applying_it_leaves_nothing_to_do(final int version) {
    isVersion(version);
    final JsonNode plan = asked("");
    assertThat(plan.path("done").asBoolean()).isFalse();
    assertThat(state(plan, "Webhook Issue on_update")).isEqualTo("missing");
    assertThat(state(plan, "User " + USER)).isEqualTo("missing");
    assertThat(site.writes()).isEmpty();
    final JsonNode applied = asked("\"apply\": true");
    assertThat(states(applied))
        .containsEntry("Webhook Communication after_insert", "set")
        .containsEntry("Webhook Comment after_insert", "set")
        .containsEntry("Issue Type Compliance Alert", "set")
        .containsEntry("Custom Field Comment-custom_gateway_key", "set")
        .containsEntry("API key", "set")
        .containsEntry("signed delivery", "present")
        .containsEntry("Issue Type Accounting Support (watched)", "note");
    assertThat(applied.path("done").asBoolean()).isTrue();
    assertThat(site.documents.all("Comment")).isEmpty();
    final int writes = site.writes().size();
    final JsonNode again = asked("\"apply\": true");
    assertThat(again.path("done").asBoolean()).isTrue();
    assertThat(states(again).values()).containsOnly("present", "note");
    assertThat(again.has("credentials")).isFalse();
    assertThat(site.writes()).hasSize(writes);
  }

  /** Frappe renders the template to JSON and fails on quotes, sends no Content-Type by itself. */
  @ParameterizedTest
  @CsvSource({"14, HOOK", "15, Gatehouse", "16, Gatehouse"})
  void a_webhook_is_signed_typed_and_cannot_break_on_a_message(
      final int version, final String named) {
    isVersion(version);
    asked("\"apply\": true");
    assertThat(site.documents.names("Webhook")).hasSize(4).allMatch(n -> n.startsWith(named));
    assertThat(site.documents.all("Webhook"))
        .allSatisfy(
            webhook -> {
              assertThat(text(webhook, "request_url"))
                  .isEqualTo("https://gate.example.com/webhooks/erpnext");
              assertThat(webhook.path("enable_security").asInt()).isEqualTo(1);
              assertThat(text(webhook, "webhook_secret")).isEqualTo("test-ERPNEXT_WEBHOOK_SECRET");
              assertThat(webhook.path("timeout").asInt()).isEqualTo(15);
              assertThat(webhook.at("/webhook_headers/0/value").asText())
                  .isEqualTo("application/json");
              assertThat(text(webhook, "webhook_json"))
                  .contains("\"name\": {{ doc.name | tojson }}");
              assertThat(text(webhook, "webhook_json")).doesNotContain("\"{{");
              assertThat(webhook.has("max_retries")).isEqualTo(version == 16);
            });
  }

  @Test
  void the_user_has_the_roles_it_needs_no_welcome_mail_and_a_key_shown_once() {
    final JsonNode applied = asked("\"apply\": true");
    final JsonNode user = site.documents.get("User", USER);
    assertThat(user.path("send_welcome_email").asInt(1)).isZero();
    assertThat(text(user, "user_type")).isEqualTo("System User");
    assertThat(user.path("roles").findValuesAsText("role"))
        .containsExactlyInAnyOrder(
            "Support Team",
            "Inbox User",
            "Website Manager",
            "Super Email User",
            "Maintenance User");
    assertThat(applied.at("/credentials/api_key").asText()).isEqualTo("key-of-user");
    assertThat(applied.at("/credentials/api_secret").asText()).startsWith("secret");
    assertThat(tables.strings("select details::text from audit_entry").toString())
        .doesNotContain("admin-secret", "secret1");
    assertThat(reason(asked("\"apply\": true"), "API key")).contains("--new-key");
    assertThat(asked("\"apply\": true, \"new_key\": true").at("/credentials/api_key").asText())
        .isEqualTo("key-of-user");
  }

  @Test
  void what_somebody_changed_is_told_and_mended_and_a_frozen_field_makes_it_anew() {
    asked("\"apply\": true");
    final ObjectNode comment = site.documents.get("Webhook", "Gatehouse Comment");
    comment.put("enabled", 0).put("timeout", 5);
    site.documents.get("Webhook", "Gatehouse Issue").put("webhook_docevent", "on_trash");
    site.documents.get("User", USER).put("enabled", 0);
    final JsonNode plan = asked("");
    assertThat(reason(plan, "Webhook Comment after_insert")).contains("enabled, timeout");
    assertThat(reason(plan, "Webhook Issue after_insert")).contains("made anew");
    assertThat(reason(plan, "User " + USER)).contains("disabled");
    final JsonNode mended = asked("\"apply\": true");
    assertThat(mended.path("done").asBoolean()).as(mended.toString()).isTrue();
    assertThat(text(site.documents.get("Webhook", "Gatehouse Issue"), "webhook_docevent"))
        .isEqualTo("after_insert");
    assertThat(site.documents.names("Webhook")).hasSize(4);
  }

  /** A field's column holds what cannot be had again, so it stays unless it is asked for. */
  @Test
  void removing_takes_away_what_was_made_and_nothing_else() {
    asked("\"apply\": true");
    site.documents.insert(
        "Webhook",
        FakeDocuments.JSON
            .createObjectNode()
            .put("name", "CRM")
            .put("webhook_doctype", "Issue")
            .put("webhook_docevent", "after_insert")
            .put("request_url", "https://crm.example.com"));
    final int writes = site.writes().size();
    final JsonNode plan = asked("\"remove\": true");
    assertThat(plan.path("done").asBoolean()).isFalse();
    assertThat(site.writes()).hasSize(writes);
    final JsonNode removed = asked("\"remove\": true, \"apply\": true");
    assertThat(removed.path("done").asBoolean()).isTrue();
    assertThat(site.documents.names("Webhook")).containsExactly("CRM");
    assertThat(site.documents.get("User", USER).path("enabled").asInt()).isZero();
    assertThat(site.documents.all("Custom Field")).hasSize(3);
    assertThat(site.documents.all("Issue Type")).hasSize(1);
    asked("\"remove\": true, \"apply\": true, \"fields\": true");
    assertThat(site.documents.all("Custom Field")).isEmpty();
    assertThat(states(asked("\"remove\": true, \"apply\": true, \"fields\": true")))
        .containsEntry("Webhook Comment after_insert", "absent");
  }

  @Test
  void a_person_is_neither_given_roles_nor_robbed_of_them() {
    final ObjectNode jane =
        FakeDocuments.JSON.createObjectNode().put("email", "jane@example.com").put("enabled", 1);
    jane.putArray("roles").addObject().put("role", "Accounts Manager");
    site.documents.insert("User", jane);
    final JsonNode report = asked("\"apply\": true, \"user\": \"jane@example.com\"");
    assertThat(state(report, "User jane@example.com")).isEqualTo("failed");
    assertThat(reason(report, "User jane@example.com")).contains("Accounts Manager", "--user");
    assertThat(site.writes()).noneMatch(w -> w.contains("User/") || w.startsWith("generate"));
    assertThat(
            state(
                asked("\"remove\": true, \"apply\": true, \"user\": \"jane@example.com\""),
                "User jane@example.com"))
        .isEqualTo("failed");
  }

  @Test
  void missing_rights_name_the_role_and_the_rest_goes_on() {
    site.forbidden.add("Webhook");
    final JsonNode report = asked("\"apply\": true");
    assertThat(states(report)).containsEntry("Issue Type Compliance Alert", "set");
    assertThat(reason(report, "Webhook Issue after_insert")).contains("System Manager");
    assertThat(report.path("done").asBoolean()).isFalse();
  }

  @Test
  void a_wrong_key_a_lesser_user_and_a_site_without_erpnext_end_it_at_once() {
    final JsonNode wrong = body(post(owner(), "nobody", "\"apply\": true"), 200);
    assertThat(reason(wrong, "site")).contains("API Access");
    site.knows("clerk:s", "clerk@example.com");
    site.gives("clerk@example.com", "Support Team");
    final String clerk = json("clerk", "s", "\"apply\": true");
    assertThat(reason(body(api.post(PATH, owner(), clerk), 200), "administrator"))
        .contains("clerk@example.com", "System Manager");
    site.apps.remove("erpnext");
    assertThat(reason(asked("\"apply\": true"), "version")).contains("ERPNext is not installed");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void a_delivery_that_does_not_come_or_is_signed_with_another_secret_is_told() {
    asked("\"apply\": true");
    site.documents.all("Webhook").forEach(webhook -> webhook.put("webhook_secret", "another"));
    final JsonNode wrong = asked("\"apply\": true, \"verify\": true");
    assertThat(reason(wrong, "signed delivery")).contains("--set-secret");
    assertThat(asked("\"apply\": true, \"set_secret\": true").path("done").asBoolean()).isTrue();
    site.documents.all("Webhook").forEach(webhook -> webhook.put("request_url", "https://x.com/y"));
    site.documents
        .get("Webhook", "Gatehouse Comment")
        .put("request_url", "https://gate.example.com/webhooks/erpnext")
        .put("webhook_doctype", "Comment");
    site.delivers(URI.create("http://localhost:1"));
    assertThat(reason(asked("\"apply\": true, \"verify\": true"), "signed delivery"))
        .contains("4 s", "Webhook Request Log");
  }

  @Test
  void another_organization_has_its_own_address_and_its_key_is_kept_sealed() {
    tables.execute("insert into organization (id, name) values ('pets', 'Pets')");
    final String owner = keys.of(new OrganizationId("pets"), "owner");
    final JsonNode report = body(post(owner, "admin-key", "\"apply\": true"), 200);
    assertThat(report.path("done").asBoolean()).as(report.toString()).isTrue();
    assertThat(report.path("webhook").asText())
        .isEqualTo("https://gate.example.com/o/pets/webhooks/erpnext");
    assertThat(report.has("credentials")).isFalse();
    final String account = api.get("/api/organizations/pets/accounts", owner).body();
    assertThat(account).contains("\"sandbox\":false,\"url\":\"" + site.url());
    assertThat(states(body(post(owner, "admin-key", "\"apply\": true"), 200)))
        .containsEntry("API key", "present");
  }

  @Test
  void only_an_owner_connects_a_site_and_what_is_missing_is_named() {
    for (final String role : List.of("operator", "moderator", "auditor", "sender")) {
      assertThat(post(keys.with(role), "admin-key", "\"apply\": true").statusCode()).isEqualTo(403);
    }
    final String siteless = "{\"admin_key\": \"k\", \"admin_secret\": \"s\"}";
    assertThat(body(api.post(PATH, owner(), siteless), 400).path("code").asText())
        .isEqualTo("site_missing");
    assertThat(api.post(PATH, owner(), "{\"site\": \"https://x.com\"}").statusCode())
        .isEqualTo(400);
    assertThat(site.writes()).isEmpty();
  }

  private String owner() {
    return keys.with("owner");
  }

  private JsonNode asked(final String wish) {
    return body(post(owner(), "admin-key", wish), 200);
  }

  private HttpResponse<String> post(final String owner, final String key, final String wish) {
    return api.post(PATH, owner, json(key, "admin-secret", wish));
  }

  private String json(final String key, final String secret, final String wish) {
    return "{\"site\": \"%s\", \"admin_key\": \"%s\", \"admin_secret\": \"%s\"%s}"
        .formatted(site.url(), key, secret, wish.isEmpty() ? "" : ", " + wish);
  }
}
