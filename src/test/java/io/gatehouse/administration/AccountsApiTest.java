package io.gatehouse.administration;

import static io.gatehouse.base.Caller.MODERATOR;
import static io.gatehouse.base.Caller.OPERATOR;
import static io.gatehouse.base.Caller.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatehouseTest
@Property(name = "env.TWILIO_ACCOUNT_SID", value = "AC0123456789abcdef0123456789abcdef")
@Property(name = "env.TWILIO_AUTH_TOKEN", value = "first,second")
class AccountsApiTest {

  private static final OrganizationId ACME = new OrganizationId("acme");
  private static final String PATH = "/api/organizations/acme/accounts";
  private static final String SID = "ACfedcba9876543210fedcba9876543210";

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final ProviderAccounts accounts;

  AccountsApiTest(
      final Api api, final Keys keys, final Tables tables, final ProviderAccounts accounts) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.accounts = accounts;
  }

  @BeforeEach
  void acme() {
    tables.execute("insert into organization (id, name) values ('acme', 'Acme')");
  }

  @Test
  void a_twilio_account_is_kept_sealed_and_never_told_again() {
    final String owner = keys.of(ACME, OWNER);
    final var answer =
        put(
            "/twilio",
            owner,
            "{'account_sid': '" + SID + "', 'auth_tokens': ['new', 'old-token']}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"sandbox\":false", "\"account_sid\":\"AC...3210\"", "\"auth_tokens\":2")
        .doesNotContain("old-token", SID, "new_auth_token");
    assertThat(accounts.twilio(ACME).sid()).contains(SID);
    assertThat(accounts.twilio(ACME).tokens())
        .containsExactly(new Secret("new"), new Secret("old-token"));
    assertThat(accounts.twilio(ACME).api()).hasToString("https://api.twilio.com");
    assertThat(api.get(PATH, owner).body()).doesNotContain("old-token", SID);
    assertThat(tables.one("select encode(sealed, 'escape') from provider_account"))
        .doesNotContain("old-token", SID);
    assertThat(tables.one("select details from audit_entry")).isEqualTo("{\"sandbox\": \"false\"}");
  }

  @Test
  void an_erpnext_account_gets_a_webhook_secret_that_is_told_once_and_kept() {
    final String body =
        "{'url': 'https://erp.example.com/', 'api_key': 'k', 'api_secret': 's3cr3t'}";
    final String owner = keys.of(ACME, OWNER);
    assertThat(put("/erpnext", owner, body).body())
        .contains("\"new_webhook_secret\":\"", "\"url\":\"https://erp.example.com\"")
        .doesNotContain("s3cr3t");
    final var secrets = accounts.erpnext(ACME).webhookSecrets();
    assertThat(secrets).hasSize(1);
    assertThat(put("/erpnext", owner, body).body()).doesNotContain("new_webhook_secret");
    assertThat(accounts.erpnext(ACME).webhookSecrets()).isEqualTo(secrets);
    assertThat(accounts.erpnext(ACME).site().orElseThrow().apiSecret().reveal())
        .isEqualTo("s3cr3t");
  }

  @Test
  void an_account_without_credentials_is_a_sandbox_with_a_token_of_its_own() {
    final String operator = keys.with(OPERATOR);
    assertThat(put("/twilio", operator, "{}").body())
        .contains("\"sandbox\":true", "\"new_auth_token\":\"");
    put("/twilio", operator, "{'account_sid': '" + SID + "', 'auth_tokens': ['real']}");
    assertThat(put("/twilio", operator, "{}").body()).contains("\"new_auth_token\":\"");
    assertThat(accounts.twilio(ACME).tokens()).doesNotContain(new Secret("real"));
  }

  @Test
  void where_nothing_was_given_nothing_can_be_signed() {
    assertThat(accounts.twilio(ACME).tokens()).isEmpty();
    assertThat(accounts.erpnext(ACME).webhookSecrets()).isEmpty();
    assertThat(accounts.erpnext(ACME).sandbox()).isTrue();
  }

  @Test
  void the_environment_configures_default_and_only_it() {
    final var twilio = accounts.twilio(OrganizationId.DEFAULT);
    assertThat(twilio.sid()).contains("AC0123456789abcdef0123456789abcdef");
    assertThat(twilio.tokens()).containsExactly(new Secret("first"), new Secret("second"));
    final var answer =
        api.json("PUT", "/api/organizations/default/accounts/twilio", keys.with(OWNER), "{}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("configured_by_environment");
    assertThat(api.get("/api/organizations/default/accounts", keys.with(OWNER)).body())
        .contains("\"account_sid\":\"AC...cdef\"", "\"auth_tokens\":2");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/twilio  | {'account_sid': 'AC1', 'auth_tokens': ['x']}        | /account_sid",
        "/twilio  | {'account_sid': 'ACfedcba9876543210fedcba9876543210'} | /auth_tokens",
        "/twilio  | {'auth_tokens': ['a b']}                            | /auth_tokens/0",
        "/twilio  | {'auth_tokens': 'x'}                                | /auth_tokens",
        "/twilio  | {'api_url': 'ftp://x'}                              | /api_url",
        "/twilio  | {'messaging_service_sid': 'MGx'}                    | /messaging_service_sid",
        "/twilio  | {'api_url': 'http://user:pw@x.com'}                 | /api_url",
        "/twilio  | {'token': 'hidden'}                                 | /token",
        "/erpnext | {'url': 'https://erp.example.com'}                  | /api_key",
        "/erpnext | {'url': 7, 'api_key': 'k', 'api_secret': 's'}       | /url",
        "/erpnext | {'webhook_secrets': [null]}                         | /webhook_secrets/0",
        "/erpnext | []                                                  | must be an object",
      })
  void a_bad_account_is_refused_without_repeating_it(
      final String provider, final String body, final String place) {
    final var answer = put(provider, keys.of(ACME, OWNER), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(place).doesNotContain("a b", "pw", "hidden");
    assertThat(tables.one("select count(*) from provider_account")).isEqualTo("0");
  }

  @Test
  void others_do_not_learn_that_it_exists() {
    assertThat(put("/twilio", keys.with(OWNER), "{}").statusCode()).isEqualTo(404);
    assertThat(api.get(PATH, keys.with(OWNER)).statusCode()).isEqualTo(404);
    assertThat(put("/twilio", keys.of(ACME, MODERATOR), "{}").statusCode()).isEqualTo(403);
    final String none = "/api/organizations/none/accounts/erpnext";
    assertThat(api.json("PUT", none, keys.with(OPERATOR), "{}").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> put(final String provider, final String key, final String body) {
    return api.json("PUT", PATH + provider, key, body.replace('\'', '"'));
  }
}
