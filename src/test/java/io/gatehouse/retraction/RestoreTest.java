package io.gatehouse.retraction;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.ambiguous;
import static io.gatehouse.erpnext.StubSite.created;
import static io.gatehouse.erpnext.StubSite.posted;
import static io.gatehouse.erpnext.StubSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.erpnext.StubSite;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The owner shows a hidden message in its thread again (S5.14, S5.15). */
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
@Property(name = OpenAlert.ASKED_FOR, value = "true")
class RestoreTest extends ThreadTest {

  private static final String NOTICE = "DELETE " + COMMENTS + "/c0ffee0001";

  @Test
  void a_moved_communication_comes_back_and_the_notice_goes() {
    final UUID event = moved();
    stands("m1", "ISS-9");

    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(200);
    effects.runDue();

    assertThat(changes()).containsExactly("POST " + RELINK, NOTICE);
    site.verify(
        1,
        postRequestedFor(urlEqualTo(RELINK))
            .withRequestBody(
                equalToJson(
                    """
                    {"name":"m1","reference_doctype":"Issue","reference_name":"ISS-1"}""")));
    assertThat(state()).isEqualTo("released");
    assertThat(tables.one("select action from anti_poaching_attempt")).isEqualTo("force_sent");
    assertThat(done()).containsExactly("retract done", "notice done", "restore done", "clear done");
  }

  @Test
  void clicks_at_the_same_moment_restore_once_B64() throws Exception {
    final UUID event = moved();
    stands("m1", "ISS-9");
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var clicks =
          IntStream.range(0, 8)
              .mapToObj(n -> pool.submit(() -> order(event, "force-send", WHY).statusCode()))
              .toList();
      int accepted = 0;
      for (final var click : clicks) {
        accepted += click.get() == 200 ? 1 : 0;
      }
      assertThat(accepted).isOne();
    }
    effects.runDue();

    site.verify(1, postRequestedFor(urlEqualTo(RELINK)));
  }

  @Test
  void a_deleted_message_is_posted_anew_under_its_authors_name_and_harmless() {
    final UUID event =
        deleted(
            LEAK
                + "<p onclick=x>see <a href='/private/files/a.pdf'>file</a></p><script>1</script>");

    order(event, "force-send", WHY);
    effects.runDue();

    assertThat(posted(COMMENTS))
        .singleElement()
        .asString()
        .contains("Ann Lee wrote on 20", "604-555-0143", "<b>me</b>", "/private/files/a.pdf")
        .contains("\"published\":1")
        .doesNotContain("script", "onclick");
    assertThat(changes()).containsExactly("POST " + COMMENTS, NOTICE);
  }

  @Test
  void what_is_posted_anew_is_our_own_and_found_when_the_answer_is_lost() {
    final UUID event = deleted(LEAK);
    site.stubFor(post(COMMENTS).willReturn(ambiguous(504)));
    site.stubFor(
        get(urlPathEqualTo(COMMENTS))
            .withQueryParam("filters", containing("%GH-"))
            .willReturn(okJson("{\"data\":[{\"name\":\"c0ffee0002\"}]}")));
    order(event, "force-send", WHY);
    runFor(Duration.ofSeconds(10));

    assertThat(posted(COMMENTS)).hasSize(1);
    assertThat(tables.one("select provider_id from effect where kind = 'erpnext.restore'"))
        .isEqualTo("c0ffee0002");
    assertThat(changes()).contains(NOTICE);
  }

  @Test
  void a_moved_communication_that_was_deleted_meanwhile_is_posted_anew() {
    final UUID event = moved();

    order(event, "force-send", WHY);
    effects.runDue();

    assertThat(changes()).containsExactly("POST " + COMMENTS, NOTICE);
    assertThat(posted(COMMENTS)).singleElement().asString().contains("604-555-0143");
  }

  @Test
  void a_description_is_put_back() {
    final UUID event = described();
    describes("<p>" + mark() + "</p>");

    order(event, "force-send", WHY);
    effects.runDue();

    assertThat(changes()).containsExactly("PUT " + ISSUE);
    site.verify(putRequestedFor(urlEqualTo(ISSUE)).withRequestBody(containing("604-555-0143")));
    assertThat(descriptions.include(HERE, "ISS-1", LEAK)).isTrue();
  }

  @Test
  void a_description_that_somebody_wrote_anew_is_not_overwritten() {
    final UUID event = described();
    describes("<p>Cleaned up by the desk.</p>");

    order(event, "force-send", WHY);
    effects.runDue();

    assertThat(changes()).containsExactly("POST " + COMMENTS);
  }

  @Test
  void the_original_of_a_redacted_message_is_shown_once_its_owner_says_so() {
    policy("\"mode\":\"strict\",\"redact\":true", "delete");
    final UUID event = says("Communication", "m1", LEAK).id();
    effects.runDue();
    site.resetRequests();

    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(200);
    effects.runDue();

    assertThat(changes()).containsExactly("POST " + COMMENTS, NOTICE);
    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(409);
  }

  @Test
  void what_the_site_refuses_waits_for_its_owner_again() {
    final UUID event = deleted(LEAK);
    site.stubFor(post(COMMENTS).willReturn(refusal(417, "ValidationError")));
    order(event, "force-send", WHY);
    effects.runDue();

    assertThat(state()).isEqualTo("withheld");
    assertThat(tables.strings("select kind from notice")).contains("effect_refused");
    assertThat(changes()).doesNotContain(NOTICE);

    site.stubFor(post(COMMENTS).willReturn(created("c0ffee0003")));
    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(200);
    effects.runDue();
    assertThat(state()).isEqualTo("released");
  }

  @Test
  void what_is_still_in_sight_cannot_be_shown() {
    strict("delete");
    final UUID event = says("Communication", "m1", LEAK).id();
    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(409);
  }

  @Test
  void a_redacted_message_that_is_still_in_sight_cannot_be_shown_either() {
    policy("\"mode\":\"strict\",\"redact\":true", "delete");
    final UUID event = says("Communication", "m1", LEAK).id();

    final var answer = order(event, "force-send", WHY);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("not_hidden", "\"state\":\"visible\"");
  }

  @Test
  void what_is_dismissed_stays_hidden_and_the_notice_stays() {
    final UUID event = deleted(LEAK);
    order(event, "dismiss", "{\"verdict\":\"right\",\"reason\":\"a phone number\"}");
    effects.runDue();

    assertThat(changes()).isEmpty();
    assertThat(state()).isEqualTo("dismissed");
    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(409);
  }

  @Test
  void a_twin_comes_back_too_and_is_not_said_twice() {
    strict("delete");
    describes("<p>Call me at 604-555-0143 &amp; bye</p>");
    final UUID event = hidden("Communication", "m1", LEAK);
    final List<String> marks =
        tables.strings("select place from thread_retraction where doctype = 'Issue'");
    describes("<p>" + marks.getFirst() + "</p>");

    order(event, "force-send", WHY);
    effects.runDue();

    assertThat(changes()).containsExactlyInAnyOrder("POST " + COMMENTS, "PUT " + ISSUE, NOTICE);
  }

  private UUID moved() {
    strict("relink");
    alert.is("ISS-9");
    return hidden("Communication", "m1", LEAK);
  }

  private UUID deleted(final String html) {
    strict("delete");
    return hidden("Communication", "m1", html);
  }

  private UUID described() {
    strict("relink");
    return hidden("Issue", "ISS-1", LEAK);
  }

  private UUID hidden(final String doctype, final String name, final String html) {
    final UUID event = says(doctype, name, html).id();
    effects.runDue();
    assertThat(state()).isEqualTo("withheld");
    site.resetRequests();
    return event;
  }

  private String mark() {
    return tables.one("select reference from effect where kind = 'erpnext.retract'");
  }
}
