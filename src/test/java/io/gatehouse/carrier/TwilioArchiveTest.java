package io.gatehouse.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.carrier.FakeMessages.Kept;
import io.gatehouse.delivery.Sighting;
import io.gatehouse.delivery.SmsArchive;
import io.gatehouse.relay.Line;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.TestClock;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwilioArchiveTest implements TestPropertyProvider {

  private static final Line LINE = new Line(OrganizationId.DEFAULT, "+16045550100", "+16045550111");

  private final FakeTwilio twilio = new FakeTwilio();
  @Inject SmsArchive archive;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "env.TWILIO_ACCOUNT_SID",
        FakeTwilio.ACCOUNT,
        "env.TWILIO_AUTH_TOKEN",
        FakeTwilio.TOKEN,
        "env.TWILIO_API_URL",
        twilio.url(),
        "gatehouse.twilio.timeouts.connect",
        "300ms",
        "gatehouse.twilio.timeouts.read",
        "700ms");
  }

  @BeforeEach
  void comeBack() {
    twilio.comeBack();
    twilio.messages().clear();
    twilio.takes();
  }

  @AfterAll
  void leave() {
    twilio.close();
  }

  @Test
  void a_line_is_asked_for_by_both_numbers_page_by_page() {
    for (int i = 0; i < 5; i++) {
      add("SM" + i, LINE.number(), LINE.phone(), "Text " + i);
    }
    add("SMother", LINE.number(), "+16045550122", "x");
    twilio.messages().pageSize(2);
    assertThat(sent().orElseThrow())
        .extracting(Sighting::body)
        .containsExactly("Text 4", "Text 3", "Text 2", "Text 1", "Text 0");
    final var request = twilio.requests().getFirst();
    assertThat(request.getUrl())
        .startsWith("/2010-04-01/Accounts/" + FakeTwilio.ACCOUNT + "/Messages.json?")
        .contains("To=%2B16045550111&From=%2B16045550100")
        .doesNotContain("DateSent");
    assertThat(request.getHeader("Authorization")).startsWith("Basic ");
    assertThat(twilio.requests()).hasSize(3);
    assertThat(sent().orElseThrow().getFirst().createdAt()).contains(TestClock.START);
  }

  @Test
  void a_message_is_shown_by_its_name() {
    add("SM1", LINE.number(), LINE.phone(), "Hi");
    twilio.messages().status("SM1", "undelivered", "30003");
    final Sighting shown = archive.fetch(OrganizationId.DEFAULT, "SM1").orElseThrow();
    assertThat(shown.status()).isEqualTo("undelivered");
    assertThat(shown.errorCode()).isEqualTo("30003");
    assertThat(shown.toString()).doesNotContain("Hi", "+1604");
    assertThat(archive.fetch(OrganizationId.DEFAULT, "SM2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "[]", "{}", "{\"messages\":null}", "\"x\"", "<html>"})
  void an_answer_that_is_no_list_is_no_answer(final String body) {
    twilio.whenAsked(FakeTwilio.json(200).withBody(body));
    assertThat(sent()).isEmpty();
    assertThat(archive.fetch(OrganizationId.DEFAULT, "SM1")).isEmpty();
  }

  @Test
  void messages_of_next_year_are_read_as_far_as_they_are_understood() {
    twilio.whenAsked(
        FakeTwilio.json(200)
            .withBody(
                "{\"messages\":[1,{},{\"sid\":\"SM1\",\"body\":{\"a\":1},\"date_created\":\"soon\","
                    + "\"num_media\":7}],\"next_page_uri\":\"//evil.example.com/x\"}"));
    assertThat(sent().orElseThrow())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.sid()).isEqualTo("SM1");
              assertThat(one.body()).isEmpty();
              assertThat(one.createdAt()).isEmpty();
              assertThat(one.media()).isEqualTo(7);
            });
    assertThat(twilio.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 401, 404, 429, 500, 503})
  void whatever_is_no_answer_is_not_followed_and_not_believed(final int status) {
    twilio.whenAsked(
        FakeTwilio.json(status)
            .withHeader("Location", twilio.url() + "/elsewhere")
            .withBody("{\"messages\":[]}"));
    assertThat(sent()).isEmpty();
    assertThat(twilio.requests()).hasSize(1);
  }

  @Test
  void a_list_without_an_end_is_no_list() {
    twilio.whenAsked(
        FakeTwilio.json(200).withBody("{\"messages\":[],\"next_page_uri\":\"/again\"}"));
    assertThat(sent()).isEmpty();
  }

  @Test
  void silence_and_absence_are_no_answer() {
    twilio.whenAsked(FakeTwilio.json(200).withFixedDelay(3000));
    assertThat(sent()).isEmpty();
    twilio.leave();
    assertThat(sent()).isEmpty();
  }

  private Optional<List<Sighting>> sent() {
    return archive.sent(LINE, TestClock.START.minus(Duration.ofMinutes(5)));
  }

  private void add(final String sid, final String from, final String to, final String body) {
    twilio.messages().add(new Kept(sid, from, to, body, "sent", "", TestClock.START));
  }
}
