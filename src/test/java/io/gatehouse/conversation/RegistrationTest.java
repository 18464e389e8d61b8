package io.gatehouse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
class RegistrationTest {

  private static final String WALK =
      """
      {"channel":"sms","client":{"name":"Cleo","phone":"604 555 0143"},
       "provider":{"name":"Sam","phone":"+1 604 555 0144"},
       "allow":{"domains":["Park.example"]},"relay_number":"+1 604 555 0100"}
      """;

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private String owner = "";

  RegistrationTest(final Api api, final Keys keys, final Tables tables) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
  }

  @BeforeEach
  void issueKey() {
    owner = keys.with(Caller.OWNER);
  }

  @Test
  void a_registered_conversation_is_shown_in_normal_form() {
    assertThat(put("walk-1", WALK).statusCode()).isEqualTo(200);

    final String shown = api.get("/api/conversations/walk-1?channel=sms", owner).body();

    assertThat(shown).contains("+16045550143", "+16045550144", "+16045550100", "park.example");
  }

  @Test
  void registering_twice_is_registering_once() {
    put("walk-1", WALK);
    put("walk-1", WALK);

    assertThat(tables.count("conversation")).isOne();
    assertThat(tables.count("participant")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                    | ''",
        "[]                                                   | ''",
        "{}                                                   | channel",
        "{\"channel\":null}                                   | channel",
        "{\"channel\":\"pigeon\"}                             | channel",
        "{\"channel\":\"sms\",\"client\":5}                   | client",
        "{\"channel\":\"sms\",\"client\":{\"phone\":\"x\"}}   | phone",
        "{\"channel\":\"sms\",\"client\":{\"email\":\"x\"}}   | email",
        "{\"channel\":\"sms\",\"relay_number\":\"x\"}         | phone",
      })
  void what_cannot_be_read_is_told_and_leaves_nothing(final String body, final String named) {
    final HttpResponse<String> answer = put("walk-1", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(named);
    assertThat(tables.count("conversation")).isZero();
    assertThat(tables.count("participant")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {Caller.SENDER, Caller.AUDITOR, Caller.MODERATOR, Caller.OPERATOR})
  void only_an_owner_registers(final String role) {
    assertThat(api.json("PUT", "/api/conversations/walk-1", keys.with(role), WALK).statusCode())
        .isEqualTo(403);
  }

  @Test
  void another_organization_sees_none_of_it() {
    put("walk-1", WALK);
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    final String stranger = keys.of(new OrganizationId("other"), Caller.OWNER);

    assertThat(api.get("/api/conversations/walk-1?channel=sms", stranger).statusCode())
        .isEqualTo(404);
    assertThat(api.get("/api/messages/events?conversation=walk-1", stranger).body())
        .isEqualTo("[]");
  }

  private HttpResponse<String> put(final String reference, final String body) {
    return api.json("PUT", "/api/conversations/" + reference, owner, body);
  }
}
