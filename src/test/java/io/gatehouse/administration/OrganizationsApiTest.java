package io.gatehouse.administration;

import static io.gatehouse.base.Caller.AUDITOR;
import static io.gatehouse.base.Caller.MODERATOR;
import static io.gatehouse.base.Caller.OPERATOR;
import static io.gatehouse.base.Caller.OWNER;
import static io.gatehouse.base.Caller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
class OrganizationsApiTest {

  private static final String PATH = "/api/organizations";
  private static final String ACME = "{\"id\": \"acme\", \"name\": \"Acme <b>Ltd</b>\"}";

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final ProviderAccounts accounts;
  private final JsonMapper json;

  OrganizationsApiTest(
      final Api api,
      final Keys keys,
      final Tables tables,
      final ProviderAccounts accounts,
      final JsonMapper json) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.accounts = accounts;
    this.json = json;
  }

  @Test
  void an_operator_opens_an_organization_whose_owner_can_start_at_once() throws IOException {
    final var answer = api.post(PATH, keys.with(OPERATOR), ACME);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body())
        .contains("\"standing\":\"active\"", "\"name\":\"Acme <b>Ltd</b>\"")
        .contains(
            "\"twilio_sms\":\"/o/acme/webhooks/twilio/sms\"",
            "\"erpnext_sms\":\"/o/acme/erpnext/sms\"");
    final String owner = member(answer.body(), "owner_key");
    assertThat(api.get("/api/settings", owner).statusCode()).isEqualTo(200);
    assertThat(api.get(PATH + "/acme", owner).body()).contains("\"id\":\"acme\"");
    assertThat(api.get(PATH, owner).statusCode()).isEqualTo(403);
  }

  @Test
  void its_webhooks_are_signed_with_secrets_of_its_own_from_the_start() throws IOException {
    final var answer = api.post(PATH, keys.with(OPERATOR), ACME).body();
    final var twilio = accounts.twilio(new OrganizationId("acme"));
    final var erpnext = accounts.erpnext(new OrganizationId("acme"));
    assertThat(twilio.sandbox()).isTrue();
    assertThat(twilio.tokens().getFirst().reveal()).isEqualTo(member(answer, "twilio_auth_token"));
    assertThat(erpnext.webhookSecrets().getFirst().reveal())
        .isEqualTo(member(answer, "erpnext_webhook_secret"));
    assertThat(tables.one("select string_agg(details::text || action, ' ') from audit_entry"))
        .contains("organization.created", "key.issued", "account.changed")
        .doesNotContain(twilio.tokens().getFirst().reveal());
  }

  @Test
  void a_second_one_of_the_same_id_is_refused_and_leaves_nothing() {
    final String operator = keys.with(OPERATOR);
    final List<Integer> statuses =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> api.post(PATH, operator, ACME)))
            .toList()
            .stream()
            .map(answer -> answer.join().statusCode())
            .sorted()
            .toList();
    assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    assertThat(tables.one("select count(*) from access_key where organization_id = 'acme'"))
        .isEqualTo("1");
    assertThat(tables.one("select count(*) from provider_account")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"Acme\", \"name\": \"x\"}",
        "{\"id\": \"../x\", \"name\": \"x\"}",
        "{\"id\": \"\", \"name\": \"x\"}",
        "{\"id\": \"acme\"}",
        "{\"id\": \"acme\", \"name\": \" \"}",
        "{\"id\": \"acme\", \"name\": \"a\\u0000b\"}",
        "{\"id\": \"acme\", \"name\": \"a\\ud800b\"}",
        "{\"id\": 7, \"name\": {}}",
        "{\"id\": \"acme\", \"name\": \"x\", \"owner\": true}",
        "{\"id\": \"acme\",",
        "[]",
        "",
      })
  void a_bad_wish_is_refused(final String wish) {
    final var answer = api.post(PATH, keys.with(OPERATOR), wish);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(tables.one("select count(*) from organization")).isEqualTo("1");
  }

  @Test
  void only_operators_open_and_list() {
    for (final String role : List.of(OWNER, MODERATOR, AUDITOR, SENDER)) {
      assertThat(api.post(PATH, keys.with(role), ACME).statusCode()).as(role).isEqualTo(403);
      assertThat(api.get(PATH, keys.with(role)).statusCode()).as(role).isEqualTo(403);
    }
    assertThat(api.post(PATH, "nobody's", ACME).statusCode()).isEqualTo(401);
  }

  @Test
  void the_list_comes_in_pages() {
    tables.execute("insert into organization (id, name) values ('acme', 'A'), ('zoo', 'Z')");
    final String operator = keys.with(OPERATOR);
    assertThat(api.get(PATH + "?limit=2", operator).body())
        .contains("\"acme\"", "\"default\"", "\"next\":\"default\"")
        .contains("\"twilio_sms\":\"/webhooks/twilio/sms\"");
    assertThat(api.get(PATH + "?limit=2&after=default", operator).body())
        .contains("\"zoo\"")
        .doesNotContain("acme", "\"next\"");
  }

  @Test
  void another_organization_looks_like_none() {
    tables.execute("insert into organization (id, name) values ('acme', 'A'), ('zoo', 'Z')");
    final String owner = keys.of(new OrganizationId("zoo"), OWNER);
    final var foreign = api.get(PATH + "/acme", owner);
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body().replace("acme", "none"))
        .isEqualTo(api.get(PATH + "/none", owner).body());
    assertThat(api.get(PATH + "/acme", keys.with(OPERATOR)).statusCode()).isEqualTo(200);
    assertThat(api.get(PATH + "/none", keys.with(OPERATOR)).statusCode()).isEqualTo(404);
    assertThat(api.get(PATH + "/zoo", keys.of(new OrganizationId("zoo"), AUDITOR)).statusCode())
        .isEqualTo(403);
  }

  private String member(final String body, final String name) throws IOException {
    final JsonNode answer = json.readValue(body, JsonNode.class);
    return Objects.requireNonNull(answer.get(name)).getStringValue();
  }
}
