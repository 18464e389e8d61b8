package io.gatehouse.sending;

import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.OptOuts;
import jakarta.inject.Singleton;

/** Says before anything is recorded that a text could not be delivered. */
@Singleton
class Recipients {

  private final OptOuts optOuts;

  Recipients(final OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  /**
   * @throws Problem 409 when the conversation is closed, when the other side has no phone, no relay
   *     number, or opted out (B66)
   */
  void require(final Conversation conversation, final Role sender) {
    if (conversation.closed()) {
      throw Problem.conflict(
          "conversation_closed",
          "The conversation is closed; open it before sending anything. Nothing was sent.");
    }
    final Line line =
        Line.toOtherSide(conversation, sender)
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
}
