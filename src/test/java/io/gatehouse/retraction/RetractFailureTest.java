package io.gatehouse.retraction;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.ambiguous;
import static io.gatehouse.erpnext.StubSite.posted;
import static io.gatehouse.erpnext.StubSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.gatehouse.erpnext.StubSite;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site forbids, what is gone already, and what nobody knows. */
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
@Property(name = OpenAlert.ASKED_FOR, value = "true")
class RetractFailureTest extends ThreadTest {

  private static final String DOCUMENT = "/api/resource/Communication/m1";

  @ParameterizedTest
  @CsvSource({"403,PermissionError", "417,LinkExistsError"})
  void what_the_site_forbids_is_said_in_the_thread_and_to_the_owner(
      final int status, final String excType) {
    strict("delete");
    site.stubFor(delete(DOCUMENT).willReturn(refusal(status, excType)));
    says("Communication", "m1", LEAK);
    runFor(Duration.ofSeconds(30));

    assertThat(state()).isEqualTo("visible");
    assertThat(done()).containsExactly("retract parked", "banner done");
    assertThat(posted(COMMENTS)).singleElement().asString().contains("A reminder");
    assertThat(tables.strings("select facts->>'role' from notice where kind like 'erpnext%'"))
        .containsExactly("Inbox User");
    assertThat(tables.strings("select kind from notice")).doesNotContain("effect_refused");
    assertThat(api.get("/api/inbox", owner).body()).contains("the role Inbox User");
  }

  @Test
  void a_wrong_key_stops_this_like_everything_else() {
    strict("delete");
    site.stubFor(delete(DOCUMENT).willReturn(refusal(401, "AuthenticationError")));
    says("Communication", "m1", LEAK);
    runFor(Duration.ofSeconds(30));

    assertThat(done()).containsExactly("retract parked");
    assertThat(tables.strings("select kind from notice where kind like 'erpnext%'"))
        .containsExactly("erpnext_stopped");
  }

  @Test
  void a_site_without_the_method_for_moving_is_one_that_forbids_it() {
    strict("relink");
    alert.is("ISS-9");
    site.stubFor(post(RELINK).willReturn(refusal(404, "DoesNotExistError")));
    says("Communication", "m1", LEAK);
    effects.runDue();

    assertThat(done()).containsExactly("retract parked", "banner done");
  }

  @Test
  void what_was_forbidden_is_hidden_once_it_is_allowed_and_sent_round_again() {
    strict("delete");
    site.stubFor(delete(DOCUMENT).willReturn(refusal(403, "PermissionError")));
    says("Communication", "m1", LEAK);
    effects.runDue();
    site.stubFor(delete(DOCUMENT).willReturn(WireMock.okJson("{\"data\":\"ok\"}")));
    final var sent =
        api.post(
            "/api/effects/retry",
            owner,
            "{\"code\":\"not_hidden\",\"reason\":\"gave it the role\"}");
    effects.runDue();

    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(state()).isEqualTo("withheld");
    assertThat(done()).containsExactly("retract done", "banner done", "notice done");
  }

  @Test
  void a_document_that_is_gone_already_is_hidden() {
    strict("delete");
    site.stubFor(delete(DOCUMENT).willReturn(refusal(404, "DoesNotExistError")));
    says("Communication", "m1", LEAK);
    effects.runDue();

    assertThat(done()).containsExactly("retract done", "notice done");
    assertThat(state()).isEqualTo("withheld");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 200, 0})
  void what_may_have_been_done_is_looked_at_before_it_is_done_again(final int status) {
    strict("relink");
    alert.is("ISS-9");
    site.stubFor(post(RELINK).willReturn(ambiguous(status)));
    stands("m1", "ISS-9");
    says("Communication", "m1", LEAK);
    runFor(Duration.ofSeconds(10));

    site.verify(1, postRequestedFor(urlEqualTo(RELINK)));
    assertThat(done()).containsExactly("retract done", "notice done");
  }

  @Test
  void what_still_stands_there_is_hidden_again_also_in_the_manner_chosen_first() {
    strict("relink");
    alert.is("ISS-9");
    site.stubFor(post(RELINK).willReturn(ambiguous(504)));
    stands("m1", "ISS-1");
    says("Communication", "m1", LEAK);
    effects.runDue();
    alert.is(null);
    site.stubFor(post(RELINK).willReturn(WireMock.okJson("{}")));
    runFor(Duration.ofSeconds(20));

    site.verify(2, postRequestedFor(urlEqualTo(RELINK)));
    assertThat(done()).containsExactly("retract done", "notice done");
  }

  @Test
  void a_deletion_of_unknown_outcome_is_done_when_the_document_is_gone() {
    strict("delete");
    site.stubFor(delete(DOCUMENT).willReturn(ambiguous(0)));
    site.stubFor(get(DOCUMENT).willReturn(refusal(404, "DoesNotExistError")));
    says("Communication", "m1", LEAK);
    runFor(Duration.ofSeconds(10));

    site.verify(1, deleteRequestedFor(urlEqualTo(DOCUMENT)));
    assertThat(state()).isEqualTo("withheld");
  }

  @Test
  void a_process_killed_in_between_leaves_nothing_undone_and_nothing_doubled() {
    strict("delete");
    says("Communication", "m1", LEAK);
    tables.run("update effect set state = 'running', attempts = 1");
    tables.run("update thread_retraction set manner = 'delete', place = ''");
    site.stubFor(get(DOCUMENT).willReturn(refusal(404, "DoesNotExistError")));
    runFor(Duration.ofSeconds(10));

    site.verify(0, deleteRequestedFor(urlEqualTo(DOCUMENT)));
    assertThat(posted(COMMENTS)).hasSize(1);
    assertThat(state()).isEqualTo("withheld");
  }

  @Test
  void an_outage_of_ten_minutes_only_delays_it() {
    strict("delete");
    site.stubFor(delete(DOCUMENT).willReturn(ambiguous(503)));
    says("Communication", "m1", LEAK);
    runFor(Duration.ofMinutes(10));
    site.stubFor(delete(DOCUMENT).willReturn(WireMock.okJson("{\"data\":\"ok\"}")));
    runFor(Duration.ofMinutes(10));

    assertThat(state()).isEqualTo("withheld");
    assertThat(posted(COMMENTS)).hasSize(1);
  }

  @Test
  void a_false_alarm_that_the_owner_saw_in_time_is_not_hidden() {
    strict("delete");
    final UUID event = says("Communication", "m1", LEAK).id();
    order(event, "dismiss", "{\"verdict\":\"false_alarm\",\"reason\":\"our own number\"}");
    effects.runDue();

    assertThat(changes()).isEmpty();
    assertThat(state()).isEqualTo("visible");
  }

  @Test
  void a_leak_that_the_owner_confirmed_meanwhile_is_hidden_and_stays_decided() {
    strict("delete");
    final UUID event = says("Communication", "m1", LEAK).id();
    order(event, "dismiss", "{\"verdict\":\"right\",\"reason\":\"a phone number\"}");
    effects.runDue();

    assertThat(changes()).contains("DELETE " + DOCUMENT);
    assertThat(state()).isEqualTo("dismissed");
  }
}
