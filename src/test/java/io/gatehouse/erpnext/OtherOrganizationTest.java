package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Secret;
import io.gatehouse.frappe.WebhookSignature;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each organization has an address and secrets of its own. */
@GatehouseTest
class OtherOrganizationTest {

  private static final String PATH = "/o/acme" + Webhooks.PATH;
  private static final byte[] BODY =
      Webhooks.bytes(Documents.communication("c1", "Received", "ann@mail.ca", "hello"));

  private final Webhooks webhooks;
  private final Api api;
  private final Keys keys;
  private final Tables tables;

  OtherOrganizationTest(
      final Webhooks webhooks, final Api api, final Keys keys, final Tables tables) {
    this.webhooks = webhooks;
    this.api = api;
    this.keys = keys;
    this.tables = tables;
  }

  @BeforeEach
  void acme_rotates_its_secret() {
    final String operator = keys.with(Caller.OPERATOR);
    api.post("/api/organizations", operator, "{\"id\":\"acme\",\"name\":\"Acme\"}");
    final var changed =
        api.json(
            "PUT",
            "/api/organizations/acme/accounts/erpnext",
            operator,
            "{\"webhook_secrets\":[\"fresh-acme-secret-0123456789\",\"older-acme-secret-0123456789\"]}");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  @Test
  void either_of_its_secrets_proves_a_message_of_its_own() {
    assertThat(sent("fresh-acme-secret-0123456789")).isEqualTo(200);
    assertThat(sent("older-acme-secret-0123456789")).isEqualTo(200);
    assertThat(tables.strings("select organization_id from message_event")).containsExactly("acme");
  }

  @Test
  void the_secret_of_another_proves_nothing() {
    assertThat(api.send(webhooks.signed(PATH, BODY)).statusCode()).isEqualTo(401);
    assertThat(tables.count("message_event")).isZero();
  }

  private int sent(final String secret) {
    final String signature = Webhooks.signature(new Secret(secret), BODY);
    return api.send(webhooks.unsigned(PATH, BODY).header(WebhookSignature.HEADER, signature))
        .statusCode();
  }
}
