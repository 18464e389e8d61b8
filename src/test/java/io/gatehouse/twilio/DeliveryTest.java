package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.delivery.StatusPoll;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio says about a message, in whatever order it says it. */
@NullUnmarked
class DeliveryTest extends LiveSmsTest {

  @Inject StatusPoll poll;

  @Test
  void a_message_is_sent_then_delivered() {
    relay(CLEAN);
    assertThat(deliveries()).isEqualTo("queued");
    assertThat(tables.one("select encoding || segments || sid from sms_delivery"))
        .isEqualTo("gsm71" + sid(1));
    status(order(), sid(1), "sent", "");
    assertThat(states()).containsExactly("screen sent");
    status(order(), sid(1), "delivered", "");
    assertThat(states()).containsExactly("screen delivered");
    status("", sid(1), "read", "");
    assertThat(deliveries()).isEqualTo("read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delivered,sent,queued,sending",
        "sent,delivered,delivered,sent",
        "queued,delivered",
        "nonsense,delivered,accepted,nonsense",
        "delivered,failed,undelivered",
        "read,delivered,sent",
      })
  void callbacks_in_any_order_end_delivered_and_never_go_back(final String order) {
    relay(CLEAN);
    for (final String word : order.split(",")) {
      status(order(), sid(1), word, "");
    }
    assertThat(states()).containsExactly("screen delivered");
    assertThat(effectStates()).isEqualTo("done");
    assertThat(notices()).isEmpty();
  }

  @Test
  void a_failure_is_told_once_however_often_it_is_reported() {
    relay(CLEAN);
    status(order(), sid(1), "undelivered", "30005");
    status(order(), sid(1), "failed", "30005");
    status("", sid(1), "undelivered", "30005");
    status(order(), sid(1), "sent", "");
    assertThat(states()).containsExactly("screen failed");
    assertThat(deliveries()).isEqualTo("undelivered 30005");
    assertThat(notices()).containsExactly("sms_failed");
    assertThat(taken()).hasSize(1);
  }

  @Test
  void what_becomes_of_a_warning_is_not_what_becomes_of_the_message() {
    relay(LEAK);
    status(order(), sid(1), "delivered", "");
    assertThat(states()).containsExactly("screen withheld");
    status(order(), sid(1), "failed", "30005");
    assertThat(states()).containsExactly("screen withheld");
    assertThat(deliveries()).isEqualTo("delivered");
  }

  @Test
  void callbacks_about_nothing_of_ours_change_nothing() {
    relay(CLEAN);
    status("?oid=" + java.util.UUID.randomUUID(), "SMother", "failed", "30005");
    status("?oid=x'y", "SMother", "failed", "30005");
    status("", "SMother", "failed", "30005");
    status(order(), "", "failed", "30005");
    assertThat(states()).containsExactly("screen sent");
    assertThat(deliveries()).isEqualTo("queued");
  }

  @Test
  void an_order_of_another_organization_is_one_nobody_knows() {
    relay(CLEAN);
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    tables.run("update sms_delivery set organization_id = 'other', sid = null");
    status(order(), sid(1), "failed", "30005");
    assertThat(states()).containsExactly("screen sent");
    assertThat(deliveries()).isEqualTo("queued");
  }

  @ParameterizedTest
  @CsvSource({"delivered, delivered, ''", "undelivered, failed, 30006", "sent, sent, ''"})
  void a_message_that_nobody_tells_of_is_asked_for(
      final String word, final String state, final String code) {
    relay(CLEAN);
    twilio.messages().status(sid(1), word, code);
    poll.look();
    assertThat(deliveries()).isEqualTo("queued");
    clock.advance(Duration.ofMinutes(10));
    poll.look();
    assertThat(states()).containsExactly("screen " + state);
  }

  @Test
  void it_is_asked_for_every_hour_and_no_longer_than_36() {
    relay(CLEAN);
    twilio.messages().status(sid(1), "sent", "");
    for (int minute = 0; minute < 48 * 60; minute += 10) {
      clock.advance(Duration.ofMinutes(10));
      poll.look();
    }
    assertThat(twilio.requests().size() - 1).isBetween(35, 37);
    assertThat(deliveries()).isEqualTo("sent");
    assertThat(states()).containsExactly("screen sent");
  }

  @Test
  void a_twilio_that_cannot_be_asked_is_asked_again_soon() {
    relay(CLEAN);
    clock.advance(Duration.ofMinutes(10));
    twilio.leave();
    poll.look();
    twilio.comeBack();
    twilio.takes();
    twilio.messages().status(sid(1), "delivered", "");
    clock.advance(Duration.ofMinutes(10));
    poll.look();
    assertThat(states()).containsExactly("screen delivered");
  }
}
