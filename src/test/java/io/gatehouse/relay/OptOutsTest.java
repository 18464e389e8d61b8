package io.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatehouseTest
class OptOutsTest {

  private static final Line LINE = new Line(OrganizationId.DEFAULT, "+16045550100", "+16045550111");
  private static final Line OTHER_NUMBER =
      new Line(OrganizationId.DEFAULT, "+16045550101", "+16045550111");

  private final OptOuts optOuts;
  private final AutoReplies replies;
  private final TestClock clock;

  OptOutsTest(final OptOuts optOuts, final AutoReplies replies, final TestClock clock) {
    this.optOuts = optOuts;
    this.replies = replies;
    this.clock = clock;
  }

  @Test
  void an_opt_out_stands_for_one_person_and_one_number_until_it_is_lifted() {
    heard(Keyword.STOP);
    heard(Keyword.STOP);
    assertThat(optOuts.stands(LINE)).isTrue();
    assertThat(optOuts.stands(OTHER_NUMBER)).isFalse();
    heard(Keyword.HELP);
    assertThat(optOuts.stands(LINE)).isTrue();
    heard(Keyword.START);
    assertThat(optOuts.stands(LINE)).isFalse();
    heard(Keyword.STOP);
    assertThat(optOuts.stands(LINE)).isTrue();
  }

  @Test
  void a_refusal_by_the_provider_counts_as_well() {
    optOuts.refusedByProvider(LINE);
    assertThat(optOuts.stands(LINE)).isTrue();
  }

  @Test
  void nobody_is_answered_twice_within_a_minute() {
    assertThat(replies.mayReply(LINE, null)).isTrue();
    clock.advance(Duration.ofSeconds(59));
    assertThat(replies.mayReply(LINE, null)).isFalse();
    assertThat(replies.mayReply(OTHER_NUMBER, null)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(replies.mayReply(LINE, null)).isTrue();
  }

  @Test
  void every_conversation_of_a_sender_is_answered_by_itself_B66() {
    final UUID conversation = UUID.randomUUID();
    assertThat(replies.mayReply(LINE, conversation)).isTrue();
    assertThat(replies.mayReply(OTHER_NUMBER, conversation)).isFalse();
    assertThat(replies.mayReply(LINE, UUID.randomUUID())).isTrue();
  }

  @Test
  void who_opted_out_is_not_answered() {
    heard(Keyword.STOP);
    assertThat(replies.mayReply(LINE, null)).isFalse();
    assertThat(replies.strangerWrote(LINE, UUID.randomUUID())).isFalse();
  }

  @Test
  void a_stranger_is_answered_once_a_day() {
    assertThat(replies.strangerWrote(LINE, UUID.randomUUID())).isTrue();
    clock.advance(Duration.ofHours(23));
    assertThat(replies.strangerWrote(LINE, UUID.randomUUID())).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(replies.strangerWrote(LINE, UUID.randomUUID())).isTrue();
  }

  @Test
  void short_codes_names_other_channels_and_the_number_itself_are_not_answered() {
    for (final String from :
        new String[] {"12345", "BANK", "whatsapp:+16045550111", "+16045550100", "+1234"}) {
      final Line line = new Line(OrganizationId.DEFAULT, "+16045550100", from);
      assertThat(replies.mayReply(line, null)).as(from).isFalse();
      assertThat(replies.strangerWrote(line, UUID.randomUUID())).as(from).isFalse();
    }
  }

  private void heard(final Keyword keyword) {
    optOuts.heard(LINE, keyword, null, UUID.randomUUID());
  }
}
