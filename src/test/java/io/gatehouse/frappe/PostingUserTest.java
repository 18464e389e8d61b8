package io.gatehouse.frappe;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.base.Secret;
import io.gatehouse.effects.Outcome;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the gateway writes as. */
class PostingUserTest {

  private static final String WHO = "/api/method/frappe.auth.get_logged_user";
  private static final String ROLES = "/api/method/frappe.core.doctype.user.user.get_roles";

  private final WireMockServer server = new WireMockServer(0);
  private final FrappeClient client =
      new FrappeClient(JsonMapper.createDefault(), Duration.ofSeconds(2));
  private Instant now = Instant.parse("2026-03-02T14:30:00Z");
  private final PostingUser user = new PostingUser(client, new Moving());

  private final class Moving extends Clock {
    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(final ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_person_is_refused_and_the_gateway_s_own_user_is_not() {
    is("Administrator", "[]");
    assertThat(user.refusal(site("a")))
        .containsInstanceOf(Outcome.Stopped.class)
        .get()
        .extracting(Object::toString)
        .asString()
        .contains("person_key", "Administrator", "connect erpnext");
    is("jane@example.com", "[\"All\", \"Guest\", \"Support Team\", \"HR Manager\"]");
    assertThat(user.refusal(site("b"))).isPresent();
    is("gatehouse@example.com", "[\"All\", \"Guest\", \"Desk User\", \"Support Team\"]");
    assertThat(user.refusal(site("c"))).isEmpty();
    is("gatehouse@example.com", "[\"Support Team\", \"Gatehouse Mail\"]");
    assertThat(user.refusal(site("d"))).isEmpty();
  }

  /** An outage is no proof that somebody's key is a person's. */
  @Test
  void who_cannot_be_asked_for_is_let_through_and_asked_for_again() {
    assertThat(user.refusal(site("a"))).isEmpty();
    is("Administrator", "[]");
    assertThat(user.refusal(site("a"))).isEmpty();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(user.refusal(site("a"))).isPresent();
  }

  @Test
  void what_is_certain_costs_no_request_for_ten_minutes() {
    is("gatehouse@example.com", "[\"Support Team\"]");
    for (int i = 0; i < 5; i++) {
      assertThat(user.refusal(site("a"))).isEmpty();
    }
    server.verify(1, getRequestedFor(urlPathEqualTo(WHO)));
    server.verify(1, getRequestedFor(urlPathEqualTo(ROLES)));
    now = now.plus(Duration.ofMinutes(10));
    user.refusal(site("a"));
    server.verify(2, getRequestedFor(urlPathEqualTo(WHO)));
  }

  private void is(final String name, final String roles) {
    server.stubFor(get(urlPathEqualTo(WHO)).willReturn(okJson("{\"message\":\"" + name + "\"}")));
    server.stubFor(get(urlPathEqualTo(ROLES)).willReturn(okJson("{\"message\":" + roles + "}")));
  }

  private Site site(final String key) {
    return new Site(URI.create(server.baseUrl()), new Secret(key), new Secret("s"));
  }
}
