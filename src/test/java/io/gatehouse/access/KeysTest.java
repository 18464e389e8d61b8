package io.gatehouse.access;

import static io.gatehouse.base.Caller.AUDITOR;
import static io.gatehouse.base.Caller.OPERATOR;
import static io.gatehouse.base.Caller.OWNER;
import static io.gatehouse.base.Caller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@GatehouseTest
class KeysTest {

  private static final String SENDER_WISH = "{\"name\":\"portal\",\"roles\":[\"sender\"]}";

  private final Api api;
  private final Keys keys;

  KeysTest(final Api api, final Keys keys) {
    this.api = api;
    this.keys = keys;
  }

  @Test
  void an_owner_issues_a_key_that_works_until_it_is_revoked() {
    final String owner = keys.with(OWNER);
    final String answer =
        api.post("/api/keys", owner, "{\"name\":\"second\",\"roles\":[\"owner\",\"auditor\"]}")
            .body();
    final String second = field(answer, "key");
    assertThat(second).startsWith("gh_").hasSizeGreaterThan(40);
    assertThat(api.get("/api/keys", second).statusCode()).isEqualTo(200);
    assertThat(api.delete("/api/keys/" + field(answer, "id"), owner).statusCode()).isEqualTo(204);
    assertThat(api.get("/api/keys", second).statusCode()).isEqualTo(401);
    assertThat(api.delete("/api/keys/" + field(answer, "id"), owner).statusCode()).isEqualTo(404);
  }

  @Test
  void keys_are_listed_without_what_opens_them() {
    final String owner = keys.with(OWNER);
    final String issued = field(api.post("/api/keys", owner, SENDER_WISH).body(), "key");
    assertThat(api.get("/api/keys", owner).body())
        .contains("\"name\":\"portal\",\"roles\":[\"sender\"]")
        .contains("created_at")
        .doesNotContain(issued)
        .doesNotContain("hash");
  }

  @Test
  void only_an_operator_hands_out_operator() {
    final String wish = "{\"name\":\"ops\",\"roles\":[\"operator\"]}";
    final HttpResponse<String> refused = api.post("/api/keys", keys.with(OWNER), wish);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("\"code\":\"operator_role\"");
    assertThat(api.post("/api/keys", keys.with(OWNER, OPERATOR), wish).statusCode()).isEqualTo(201);
  }

  @Test
  void an_unknown_role_is_refused() {
    final HttpResponse<String> refused =
        api.post("/api/keys", keys.with(OWNER), "{\"name\":\"x\",\"roles\":[\"admin\"]}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("role_unknown");
  }

  @Test
  void without_key_with_a_wrong_key_and_with_the_wrong_role_nothing_is_done() {
    assertThat(api.send(api.request("/api/keys").GET()).statusCode()).isEqualTo(401);
    assertThat(api.get("/api/keys", "gh_wrong").statusCode()).isEqualTo(401);
    assertThat(api.post("/api/keys", keys.with(SENDER), SENDER_WISH).statusCode()).isEqualTo(403);
    assertThat(api.get("/api/keys", keys.with(AUDITOR)).statusCode()).isEqualTo(403);
  }

  @Test
  void issuing_and_revoking_are_audited() {
    final String owner = keys.with(OWNER);
    final String id = field(api.post("/api/keys", owner, SENDER_WISH).body(), "id");
    api.delete("/api/keys/" + id, owner);
    assertThat(api.get("/api/audit", keys.with(AUDITOR)).body())
        .containsSubsequence(
            "\"actor\":\"test owner\",\"action\":\"key.revoked\",\"subject\":\"" + id,
            "\"action\":\"key.issued\",\"subject\":\"" + id,
            "\"roles\":\"sender\"");
  }

  private static String field(final String json, final String name) {
    return json.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
  }
}
