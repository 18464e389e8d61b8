package io.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Reference;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every carrier keeps, the one that tests send by included. */
public interface SmsCarrierContract {

  Outcome send(SmsMessage message);

  /** How the other end behaves toward the next message. */
  enum Weather {
    ACCEPTS,
    RECIPIENT_OPTED_OUT,
    REFUSES,
    ASKS_TO_WAIT_7_SECONDS,
    ACTS_BUT_DOES_NOT_SAY,
    AWAY
  }

  void turn(Weather weather);

  /** The bodies of the messages that reached the other end, taken or not. */
  List<String> arrived();

  @Test
  default void an_accepted_message_is_done_under_the_provider_s_name() {
    turn(Weather.ACCEPTS);
    assertThat(send(message("On my way! 🐶 50% & more + \"äß\"")))
        .isInstanceOfSatisfying(
            Outcome.Done.class, done -> assertThat(done.providerId()).isNotBlank());
    assertThat(arrived()).containsExactly("On my way! 🐶 50% & more + \"äß\"");
  }

  @Test
  default void a_text_that_reads_null_is_a_text() {
    turn(Weather.ACCEPTS);
    assertThat(send(message("null"))).isInstanceOf(Outcome.Done.class);
    assertThat(arrived()).containsExactly("null");
  }

  @Test
  default void an_opt_out_is_told_from_other_refusals() {
    turn(Weather.RECIPIENT_OPTED_OUT);
    assertThat(send(message("x")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(SmsCarrier.OPTED_OUT));
    turn(Weather.REFUSES);
    assertThat(send(message("x")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isNotEqualTo(SmsCarrier.OPTED_OUT));
  }

  @Test
  default void what_the_other_end_asks_for_is_passed_on() {
    turn(Weather.ASKS_TO_WAIT_7_SECONDS);
    assertThat(send(message("x")))
        .isInstanceOfSatisfying(
            Outcome.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  default void a_message_that_may_have_been_sent_is_never_sent_again() {
    turn(Weather.ACTS_BUT_DOES_NOT_SAY);
    assertThat(send(message("x"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(arrived()).containsExactly("x");
  }

  @Test
  default void a_message_that_never_left_may_be_sent_later() {
    turn(Weather.AWAY);
    assertThat(send(message("x"))).isInstanceOf(Outcome.Later.class);
    assertThat(arrived()).isEmpty();
  }

  static SmsMessage message(final String body) {
    return message(body, 1);
  }

  static SmsMessage message(final String body, final int attempt) {
    final var effect =
        new Effect(
            UUID.randomUUID(),
            OrganizationId.DEFAULT,
            Lane.TWILIO,
            "sms.relay",
            null,
            null,
            new Reference("GH-00000"),
            Map.of(),
            attempt,
            Instant.EPOCH);
    return new SmsMessage(effect, "+16045550100", "+16045550111", body);
  }
}
