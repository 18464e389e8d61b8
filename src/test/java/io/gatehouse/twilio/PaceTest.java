package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** No faster than a number may send, no more than an organization wants to pay for. */
@NullUnmarked
class PaceTest extends LiveSmsTest {

  private static final String MANY = "x".repeat(400);

  @Inject Api api;
  @Inject Keys keys;

  @Test
  void a_number_sends_a_segment_a_second_and_nothing_is_lost() {
    others(5);
    for (int i = 0; i < 5; i++) {
      from(i, "Message " + i);
    }
    for (int second = 1; second <= 5; second++) {
      effects.runDue();
      assertThat(taken()).hasSize(second);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(taken())
        .containsExactlyInAnyOrder("Message 0", "Message 1", "Message 2", "Message 3", "Message 4");
    assertThat(tables.strings("select distinct attempts from effect")).containsExactly("1");
  }

  @Test
  void a_free_turn_is_taken_although_time_goes_on_meanwhile() {
    others(1);
    from(0, "a");
    clock.tick(Duration.ofNanos(1_499));
    effects.runDue();
    assertThat(taken()).hasSize(1);
  }

  @Test
  void a_long_message_takes_as_long_as_its_segments() {
    others(2);
    from(0, MANY);
    effects.runDue();
    from(1, "After it");
    effects.runDue();
    assertThat(taken()).hasSize(1);
    clock.advance(Duration.ofMillis(2999));
    effects.runDue();
    assertThat(taken()).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    effects.runDue();
    assertThat(taken()).hasSize(2);
    assertThat(tables.strings("select segments from sms_delivery order by planned_at"))
        .containsExactly("3", "1");
  }

  @Test
  void who_waits_comes_at_the_promised_moment_and_loses_no_place() {
    others(3);
    from(0, "a");
    effects.runDue();
    from(1, "b");
    effects.runDue();
    assertThat(effectStates()).isEqualTo("done, waiting pace");
    assertThat(deliveries()).isEqualTo("queued, planned");
    clock.advance(Duration.ofMillis(900));
    from(2, "c");
    effects.runDue();
    clock.advance(Duration.ofMillis(100));
    effects.runDue();
    assertThat(taken()).containsExactly("a", "b");
    clock.advance(Duration.ofSeconds(1));
    effects.runDue();
    assertThat(taken()).containsExactly("a", "b", "c");
  }

  @Test
  void the_owner_s_release_goes_at_once_and_pushes_the_others_back() {
    others(2);
    receive("SM1", CLIENT, LEAK);
    effects.runDue();
    clock.advance(Duration.ofMinutes(1));
    from(0, "a");
    effects.runDue();
    final String event = tables.one("select id from message_event where state = 'withheld'");
    api.post(
        "/api/messages/events/" + event + "/force-send",
        keys.with("owner"),
        "{\"reason\":\"a known number\"}");
    effects.runDue();
    assertThat(taken()).last().isEqualTo(LEAK);
    from(1, "b");
    clock.advance(Duration.ofMillis(1500));
    effects.runDue();
    assertThat(taken()).last().isEqualTo(LEAK);
    clock.advance(Duration.ofMillis(500));
    effects.runDue();
    assertThat(taken()).last().isEqualTo("b");
  }

  @Test
  void over_the_day_s_ceiling_messages_wait_for_the_owner_who_is_told_once() {
    settings("{\"relay\":{\"daily_ceiling\":{\"*\":3,\"+1604\":2}}}");
    for (int i = 0; i < 4; i++) {
      relay("Walk " + i);
    }
    assertThat(taken()).hasSize(2);
    assertThat(effectStates()).isEqualTo("done, done, parked ceiling, parked ceiling");
    assertThat(notices()).containsExactly("sms_ceiling");
    assertThat(tables.strings("select prefix || sent from sms_day order by prefix"))
        .containsExactly("*2", "+16042");
    clock.advance(Duration.ofDays(1));
    relay("Tomorrow");
    assertThat(taken()).last().isEqualTo("Tomorrow");
    relay("And again");
    relay("And once more");
    assertThat(taken()).last().isEqualTo("And again");
    assertThat(notices()).containsExactly("sms_ceiling", "sms_ceiling");
  }

  @Test
  void a_ceiling_of_nothing_lets_nothing_through() {
    settings("{\"relay\":{\"daily_ceiling\":{\"+1604\":0}}}");
    relay(CLEAN);
    assertThat(effectStates()).isEqualTo("parked ceiling");
    assertThat(twilio.requests()).isEmpty();
  }

  @Test
  void a_message_that_is_tried_again_counts_once() {
    twilio.refuses(429, 20429);
    relay(CLEAN);
    twilio.takes();
    pass(Duration.ofMinutes(1));
    assertThat(taken()).hasSize(1);
    assertThat(tables.one("select sent from sms_day where prefix = '*'")).isEqualTo("1");
  }

  private void settings(final String document) {
    final var answer =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with("owner"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(document)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Conversations by the same number. */
  private void others(final int count) {
    for (int i = 0; i < count; i++) {
      conversations.register(
          OrganizationId.DEFAULT,
          Channel.SMS,
          "other-" + i,
          new Registration(
              new Person("C" + i, null, client(i), null),
              new Person("S" + i, null, "+1604555030" + i, null),
              List.of(),
              Known.NOTHING,
              RELAY));
    }
  }

  private static String client(final int number) {
    return "+1604555020" + number;
  }

  /** At this very moment. */
  private void from(final int number, final String body) {
    assertAccepted(
        webhook.post(
            Webhook.PATH,
            Webhook.parameters("SMp" + number, client(number), RELAY, body),
            io.gatehouse.carrier.FakeTwilio.TOKEN));
  }
}
