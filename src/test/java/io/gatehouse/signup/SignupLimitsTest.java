package io.gatehouse.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatehouseTest
class SignupLimitsTest {

  private static final String SIGNUP =
      "{'organization_name':'Test Company','owner_name':'Ann Lee','user_id':'%s','ip':'%s'}";
  private static final String INVITATION = "{'text':'Join us','user_id':'%s','ip':'%s'}";

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final TestClock clock;
  private String key = "";

  SignupLimitsTest(final Api api, final Keys keys, final Tables tables, final TestClock clock) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
  }

  @BeforeEach
  void take_a_key() {
    key = keys.with("sender");
  }

  @Test
  void b37_a_fourth_signup_in_an_hour_is_refused_and_says_when_to_try_again() {
    for (int i = 0; i < 3; i++) {
      assertThat(signup("ann", "203.0.113.7").statusCode()).isEqualTo(200);
    }
    clock.advance(Duration.ofMinutes(10).plusMillis(1));
    final HttpResponse<String> refused = signup("ann", "203.0.113.7");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3000");
    assertThat(refused.body()).contains("\"code\":\"rate_limited\"", "\"retry_after_ms\":2999999");
    assertThat(signup("ann", "198.51.100.1").statusCode()).isEqualTo(429);
    assertThat(signup("bob", "203.0.113.7").statusCode()).isEqualTo(429);
    assertThat(signup("bob", "198.51.100.1").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(50));
    assertThat(signup("ann", "203.0.113.7").statusCode()).isEqualTo(200);
  }

  @Test
  void a_sixth_invitation_in_a_quarter_of_an_hour_is_refused() {
    for (int i = 0; i < 5; i++) {
      assertThat(invitation("ann", "2001:db8:1:2::" + i).statusCode()).isEqualTo(200);
    }
    assertThat(invitation("bob", "2001:db8:1:2::9").statusCode()).isEqualTo(429);
    assertThat(signup("ann", "2001:db8:1:2::9").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_refused_is_not_judged_and_leaves_its_trace_among_the_limits() {
    for (int i = 0; i < 4; i++) {
      signup("ann", "203.0.113.7");
      clock.advance(Duration.ofMinutes(2));
    }
    assertThat(tables.count("spam_log")).isEqualTo(3);
    assertThat(tables.strings("select blocked from rate_limit_log order by created_at"))
        .containsExactly("f", "f", "f", "t");
  }

  @Test
  void a_question_that_cannot_be_read_is_not_counted() {
    for (int i = 0; i < 4; i++) {
      assertThat(post("/api/signups/check", "{'user_id':'ann'}").statusCode()).isEqualTo(400);
    }
    assertThat(signup("ann", "127.0.0.1").statusCode()).isEqualTo(200);
  }

  @Test
  void without_an_address_the_asking_server_s_own_counts() {
    for (int i = 0; i < 5; i++) {
      assertThat(post("/api/invitations/check", "{'text':'Join us'}").statusCode()).isEqualTo(200);
    }
    assertThat(post("/api/invitations/check", "{'text':'Join us'}").statusCode()).isEqualTo(429);
    assertThat(tables.one("select distinct host(ip_address) from rate_limit_log"))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void names_are_checked_while_they_are_typed_as_often_as_one_types() {
    for (int i = 0; i < 20; i++) {
      assertThat(post("/api/names/check", "{'name':'Winnipeg Vets'}").statusCode()).isEqualTo(200);
    }
    assertThat(tables.count("rate_limit_log")).isZero();
  }

  private HttpResponse<String> signup(final String user, final String ip) {
    return post("/api/signups/check", SIGNUP.formatted(user, ip));
  }

  private HttpResponse<String> invitation(final String user, final String ip) {
    return post("/api/invitations/check", INVITATION.formatted(user, ip));
  }

  private HttpResponse<String> post(final String path, final String json) {
    return api.post(path, key, json.replace('\'', '"'));
  }
}
