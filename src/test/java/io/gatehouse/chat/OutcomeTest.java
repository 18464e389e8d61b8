package io.gatehouse.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Plan;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.policy.Step;
import io.gatehouse.testkit.TestClock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the asker may deliver follows the state an event is in, not the decision of then. */
class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "AS_IS,    SENT,      AS_IS",
    "AS_IS,    VISIBLE,   AS_IS",
    "WITHHELD, WITHHELD,  WITHHELD",
    "WITHHELD, DISMISSED, WITHHELD",
    "WITHHELD, RELEASED,  AS_IS",
    "WITHHELD, VISIBLE,   AS_IS",
    "REDACTED, SENT,      REDACTED",
    "REDACTED, VISIBLE,   REDACTED",
    "REDACTED, RELEASED,  AS_IS",
    "AS_IS,    WITHHELD,  WITHHELD",
    "AS_IS,    FAILED,    WITHHELD",
    "AS_IS,    RECORDED,  WITHHELD",
  })
  void a_message_is_delivered_as_its_state_says(
      final Delivery planned, final EventState state, final Delivery now) {
    final var told = new Told.Judged(event(planned, state), true, false);

    assertThat(told.delivery()).isEqualTo(now);
    assertThat(told.deliver()).isEqualTo(now != Delivery.WITHHELD);
  }

  private static MessageEvent event(final Delivery delivery, final EventState state) {
    final var plan = new Plan(delivery, true, false, false, true, true);
    return new MessageEvent(
        UUID.randomUUID(),
        new Origin(
            OrganizationId.DEFAULT,
            Channel.CHAT,
            Direction.INBOUND,
            new Origin.Sender(Role.CLIENT, null, "u1"),
            Map.of()),
        null,
        new Content("call 604-555-0143", Format.PLAIN),
        Handling.SCREEN,
        new Verdict(new Decision.Block(Step.WARNING, plan), 0.75, List.of(), 1, false),
        state,
        TestClock.START);
  }
}
