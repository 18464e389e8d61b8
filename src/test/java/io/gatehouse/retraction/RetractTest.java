package io.gatehouse.retraction;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.posted;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.gatehouse.erpnext.StubSite;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What must not stand in a thread is taken out of it, and the thread is told (X9). */
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
@Property(name = OpenAlert.ASKED_FOR, value = "true")
class RetractTest extends ThreadTest {

  @Test
  void a_blocked_communication_moves_to_the_open_alert_and_only_then_counts_as_blocked_B20() {
    strict("relink");
    alert.is("ISS-9");

    assertThat(says("Communication", "m1", LEAK).state()).isEqualTo(EventState.VISIBLE);
    assertThat(tables.one("select was_blocked from message_event")).isEqualTo("f");
    effects.runDue();

    assertThat(changes()).containsExactly("POST " + RELINK, "POST " + COMMENTS);
    site.verify(
        1,
        postRequestedFor(urlEqualTo(RELINK))
            .withRequestBody(
                equalToJson(
                    """
                    {"name":"m1","reference_doctype":"Issue","reference_name":"ISS-9"}""")));
    assertThat(tables.one("select state || ' ' || was_blocked from message_event"))
        .isEqualTo("withheld true");
    assertThat(tables.one("select sender_warned_at is not null from anti_poaching_attempt"))
        .isEqualTo("t");
    assertThat(done()).containsExactly("retract done", "notice done");
  }

  @Test
  void the_notice_says_that_something_is_missing_and_nothing_of_what_it_was() {
    strict("delete");
    says("Communication", "m1", LEAK);
    effects.runDue();

    final String reference =
        tables.one("select reference from effect where kind = 'erpnext.notice'");
    assertThat(posted(COMMENTS))
        .singleElement()
        .asString()
        .contains("held back by Our team (Ann Lee, ", "\"published\":1")
        .contains("\"subject\":\"" + reference + "\"", "\"custom_gateway_key\":\"" + reference)
        .doesNotContain("604", "ann@mail.ca");
  }

  @Test
  void a_communication_is_deleted_where_the_owner_wants_that_or_no_alert_is_open() {
    strict("relink");
    says("Communication", "m1", LEAK);
    effects.runDue();

    assertThat(changes())
        .containsExactly("DELETE /api/resource/Communication/m1", "POST " + COMMENTS);
    assertThat(state()).isEqualTo("withheld");
  }

  @Test
  void it_waits_a_moment_for_an_alert_that_is_just_being_opened() {
    policy("\"mode\":\"strict\",\"alerting\":\"always\"", "relink");
    says("Communication", "m1", LEAK);
    runFor(Duration.ofSeconds(3));
    assertThat(state()).isEqualTo("visible");
    alert.is("ISS-9");
    runFor(Duration.ofSeconds(2));

    assertThat(changes()).contains("POST " + RELINK).noneMatch(done -> done.startsWith("DELETE"));
    assertThat(tables.one("select attempts from effect where kind = 'erpnext.retract'"))
        .isEqualTo("1");
  }

  @Test
  void an_alert_that_does_not_come_is_not_waited_for_long() {
    policy("\"mode\":\"strict\",\"alerting\":\"always\"", "relink");
    says("Communication", "m1", LEAK);
    runFor(Duration.ofSeconds(11));

    assertThat(changes()).contains("DELETE /api/resource/Communication/m1");
    assertThat(state()).isEqualTo("withheld");
  }

  @Test
  void a_comment_is_always_deleted() {
    strict("relink");
    alert.is("ISS-9");
    says("Comment", "c1", LEAK);
    effects.runDue();

    assertThat(changes()).containsExactly("DELETE /api/resource/Comment/c1", "POST " + COMMENTS);
  }

  @Test
  void a_description_is_replaced_by_the_notice_itself() {
    strict("relink");
    says("Issue", "ISS-1", LEAK);
    effects.runDue();

    assertThat(changes()).containsExactly("PUT " + ISSUE);
    final String mark = tables.one("select reference from effect where kind = 'erpnext.retract'");
    site.verify(
        WireMock.putRequestedFor(urlEqualTo(ISSUE))
            .withRequestBody(WireMock.containing("<p>" + mark + "</p>"))
            .withRequestBody(WireMock.notContaining("604")));
    assertThat(state()).isEqualTo("withheld");
    assertThat(tables.one("select sender_warned_at is not null from anti_poaching_attempt"))
        .isEqualTo("t");
  }

  @Test
  void a_description_of_ours_is_known_again_and_no_other_B14() {
    strict("relink");
    says("Issue", "ISS-1", LEAK);
    effects.runDue();

    final String put =
        site.findAll(WireMock.putRequestedFor(urlEqualTo(ISSUE))).getFirst().getBodyAsString();
    final String kept =
        put.substring(put.indexOf("<p>"), put.lastIndexOf("</p>") + 4)
            .replace("</p><p>", "</p>\n<p>");
    assertThat(descriptions.include(HERE, "ISS-1", "<div>" + kept + "</div>")).isTrue();
    assertThat(descriptions.include(HERE, "ISS-1", kept + " 604-555-0143")).isFalse();
    assertThat(descriptions.include(HERE, "ISS-2", kept)).isFalse();
  }

  @Test
  void a_redacted_message_is_shown_masked_under_its_authors_name_and_harmless_B22() {
    policy("\"mode\":\"strict\",\"redact\":true", "delete");
    says("Communication", "m1", LEAK + "<p>1 &lt; 2 <script>alert(1)</script></p>");
    effects.runDue();

    assertThat(posted(COMMENTS))
        .singleElement()
        .asString()
        .contains("Ann Lee", "***-***-0143", "bye", "<p>1 &lt; 2</p>")
        .doesNotContain("604", "script", "<b>");
    assertThat(state()).isEqualTo("visible");
  }

  @Test
  void repeated_webhooks_retract_once() {
    strict("delete");
    for (int time = 0; time < 3; time++) {
      says("Communication", "m1", LEAK);
      effects.runDue();
    }
    assertThat(changes())
        .containsExactly("DELETE /api/resource/Communication/m1", "POST " + COMMENTS);
  }

  @Test
  void a_clean_message_of_a_suspended_pair_is_held_B24() {
    strict("delete");
    says("Communication", "m1", "<p>Good morning</p>", Handling.HOLD);
    effects.runDue();

    assertThat(state()).isEqualTo("withheld");
    assertThat(posted(COMMENTS)).singleElement().asString().contains("is being reviewed");
  }

  @Test
  void an_escalation_is_said_beside_the_notice_S1_20() {
    strict("delete");
    for (int n = 1; n <= 3; n++) {
      says("Communication", "m" + n, LEAK);
    }
    effects.runDue();

    assertThat(done().stream().filter("notice done"::equals)).hasSize(3);
    assertThat(done().stream().filter("banner done"::equals)).hasSize(1);
    assertThat(posted(COMMENTS)).anyMatch(comment -> comment.contains("compliance team"));
  }

  @Test
  void where_the_owner_only_wants_it_said_nothing_is_touched() {
    strict("annotate");
    says("Communication", "m1", LEAK);
    effects.runDue();

    assertThat(changes()).containsExactly("POST " + COMMENTS);
    assertThat(posted(COMMENTS)).singleElement().asString().contains("A reminder");
    assertThat(state()).isEqualTo("visible");
  }

  @Test
  void the_owner_is_told_of_it_in_words_that_are_true_before_it_is_hidden() {
    strict("delete");
    says("Communication", "m1", LEAK);

    assertThat(api.get("/api/inbox", owner).body())
        .contains("message_visible", "stood in its thread", "***-***-0143")
        .doesNotContain("604-555");
  }

  @Test
  void an_event_shows_what_was_done_in_its_thread() {
    strict("delete");
    final var event = says("Communication", "m1", LEAK);
    effects.runDue();

    assertThat(api.get("/api/messages/events/" + event.id(), owner).body())
        .contains("erpnext.retract", "erpnext.notice", "\"state\":\"withheld\"");
  }

  @Test
  void a_description_with_the_words_of_the_first_communication_goes_with_it() {
    strict("delete");
    describes("<div class='ql-editor'>Call me at 604-555-0143 &amp; bye</div>");
    says("Communication", "m1", LEAK);
    effects.runDue();

    assertThat(changes())
        .containsExactlyInAnyOrder(
            "DELETE /api/resource/Communication/m1", "PUT " + ISSUE, "POST " + COMMENTS);
  }

  @Test
  void a_communication_with_the_words_of_the_description_goes_with_it() {
    strict("delete");
    site.stubFor(
        WireMock.get(WireMock.urlPathEqualTo("/api/resource/Communication"))
            .willReturn(
                WireMock.okJson(
                    """
                    {"data":[{"name":"m7","content":"<p>Call me at 604-555-0143 &amp; bye</p>"},\
                    {"name":"m8","content":"<p>Something else</p>"}]}""")));
    says("Issue", "ISS-1", LEAK);
    effects.runDue();

    assertThat(changes()).containsExactly("PUT " + ISSUE, "DELETE /api/resource/Communication/m7");
  }
}
