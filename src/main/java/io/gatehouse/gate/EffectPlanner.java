package io.gatehouse.gate;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.message.MessageEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the plan of a recorded message into effects. Each edge contributes what its provider can
 * do; all are asked about every message, inside the transaction that records it, and must not touch
 * anything but their own tables.
 */
public interface EffectPlanner {

  /**
   * What follows from the decision: delivery, reply, banner, alert.
   *
   * @param conversation null when the message belongs to none
   */
  List<NewEffect> plan(MessageEvent event, @Nullable Conversation conversation);

  /** Whether an effect it planned is the one that brings the message to the other side. */
  default boolean delivers(final NewEffect effect) {
    return false;
  }

  /**
   * What delivers a withheld message after all (S5.15). Empty when this edge does not carry the
   * message's channel, or {@link #carries} it without an effect.
   *
   * @throws io.gatehouse.base.Problem 409 with the state when it cannot be delivered (opted out)
   */
  List<NewEffect> release(MessageEvent event, @Nullable Conversation conversation);

  /**
   * What delivers a message that waited for a word on its conduct, in the form the first layer
   * decided on. The owner's release is another thing: it delivers the original.
   *
   * @throws io.gatehouse.base.Problem as {@link #release}
   */
  default List<NewEffect> resume(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return release(event, conversation);
  }

  /** What follows when a message that waited is not let go after all. */
  default List<NewEffect> keep(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }

  /**
   * Whether this edge brings a withheld message to its other side without an effect, because who
   * asked about it delivers it itself and hears of the release by the feed (S3.1).
   */
  default boolean carries(final MessageEvent event) {
    return false;
  }
}
