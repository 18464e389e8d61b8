package io.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool as its owner manages it. */
@GatehouseTest
class RelayNumbersApiTest {

  private static final String PATH = "/api/relay-numbers";
  private static final String FIRST = "+16045550100";

  private final Api api;
  private final Keys keys;
  private final Pairs pairs;
  private final Tables tables;
  private final TestClock clock;
  private String owner = "";

  RelayNumbersApiTest(
      final Api api,
      final Keys keys,
      final Pairs pairs,
      final Tables tables,
      final TestClock clock) {
    this.api = api;
    this.keys = keys;
    this.pairs = pairs;
    this.tables = tables;
    this.clock = clock;
  }

  @BeforeEach
  void issueKey() {
    owner = keys.with(Caller.OWNER);
  }

  @Test
  void numbers_are_added_once_in_one_form_and_audited() {
    assertThat(add("{\"number\":\"604 555 0100\"}").statusCode()).isEqualTo(201);
    final String shown = add("{\"numbers\":[\"+1 604-555-0100\",\"+16045550101\"]}").body();
    assertThat(shown).contains(FIRST, "+16045550101", "\"numbers\":2", "\"most_open\":0");
    assertThat(tables.strings("select subject from audit_entry order by id"))
        .containsExactly(FIRST, "+16045550101");
  }

  @Test
  void the_use_of_each_number_and_the_need_are_shown() {
    pairs.pool(2);
    pairs.register("a", "+16045550201", "+16045550301");
    pairs.register("b", "+16045550201", "+16045550302");
    pairs.register("c", "+16045550202", "+16045550302");
    close("c");
    final String shown = api.get(PATH, owner).body();
    assertThat(shown).contains("\"need\":{\"most_open\":2,\"most_kept\":2,\"numbers\":2}");
    assertThat(shown.replaceAll(".*\"cooling\":1.*", "cooling")).isEqualTo("cooling");
    clock.advance(Duration.ofDays(31));
    assertThat(api.get(PATH, owner).body()).doesNotContain("\"cooling\":1");
  }

  @Test
  void a_number_goes_only_when_nobody_can_write_to_it_any_more() {
    pairs.pool(1);
    pairs.register("a", "+16045550201", "+16045550301");
    assertThat(remove().body()).contains("relay_number_in_use");
    close("a");
    assertThat(remove().statusCode()).isEqualTo(409);
    clock.advance(Duration.ofDays(30));
    assertThat(remove().statusCode()).isEqualTo(204);
    assertThat(remove().body()).contains("unknown_relay_number");
    assertThat(tables.one("select action from audit_entry order by id desc limit 1"))
        .isEqualTo("relay_number.removed");
  }

  @Test
  void somebody_s_phone_is_no_relay_number() {
    pairs.pool(1);
    pairs.register("a", "+16045550201", "+16045550301");
    assertThat(add("{\"number\":\"+16045550201\"}").statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{}",
        "{\"number\":\"x\"}",
        "{\"number\":5}",
        "{\"numbers\":[null]}",
        "{\"numbers\":[\"+16045550100\",\"\"]}",
        "{\"number\":\"\\u0000\"}"
      })
  void what_cannot_be_read_is_told_and_leaves_nothing(final String body) {
    assertThat(add(body).statusCode()).isEqualTo(400);
    assertThat(tables.count("relay_number")).isZero();
  }

  @Test
  void only_the_owner_manages_and_nobody_sees_another_organization_s() {
    pairs.pool(1);
    for (final String role : new String[] {Caller.MODERATOR, Caller.AUDITOR, Caller.SENDER}) {
      assertThat(api.get(PATH, keys.with(role)).statusCode()).isEqualTo(403);
    }
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    final String stranger = keys.of(new OrganizationId("other"), Caller.OWNER);
    assertThat(api.get(PATH, stranger).body()).doesNotContain(FIRST);
    assertThat(api.delete(PATH + "/" + FIRST, stranger).statusCode()).isEqualTo(404);
  }

  private void close(final String ref) {
    assertThat(api.post("/api/conversations/" + ref + "/close", owner, "{}").statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> add(final String body) {
    return api.post(PATH, owner, body);
  }

  private HttpResponse<String> remove() {
    return api.delete(PATH + "/" + FIRST, owner);
  }
}
