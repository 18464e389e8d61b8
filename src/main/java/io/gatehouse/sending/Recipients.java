package io.gatehouse.sending;

import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.OptOuts;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says before anything is recorded that a text could not be delivered. */
@Singleton
class Recipients {

  private final OptOuts optOuts;

  Recipients(final OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  /**
   * @throws Problem 409 when the other side has no phone, no relay number, or opted out (B66)
   */
  void require(final Conversation conversation, final Role sender) {
    final Line line =
        line(conversation, sender)
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "no_recipient",
                        "The other side's phone or the relay number is not known; give both with"
                            + " PUT /api/conversations. Nothing was sent."));
    if (optOuts.stands(line)) {
      throw Problem.conflict(
          "opted_out",
          "The recipient opted out of text messages; only START from that phone lifts it. Nothing"
              + " was sent.");
    }
  }

  private static Optional<Line> line(final Conversation conversation, final Role sender) {
    return Optional.ofNullable(conversation.relayNumber())
        .flatMap(
            number ->
                conversation
                    .otherSide(sender)
                    .map(Participant::phone)
                    .map(phone -> new Line(conversation.organization(), number, phone)));
  }
}
