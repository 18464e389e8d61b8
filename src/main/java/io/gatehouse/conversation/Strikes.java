package io.gatehouse.conversation;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Flagged messages counted per client–provider pair in a time window (S1.25, B17). Everything here
 * joins the running transaction.
 */
@Singleton
public class Strikes {

  private final StrikeRepository strikes;
  private final Ids ids;

  Strikes(final StrikeRepository strikes, final Ids ids) {
    this.strikes = strikes;
    this.ids = ids;
  }

  /** A pair whose row is held, so that no other message of it is counted meanwhile. */
  public record HeldPair(UUID id, int count) {}

  /** Holds the conversation's pair until the transaction ends and counts its strikes since then. */
  public HeldPair hold(final Conversation conversation, final Instant since) {
    final UUID pair =
        strikes.lockPair(
            ids.next(),
            conversation.organization().value(),
            idOf(conversation.people().client()),
            idOf(conversation.people().provider()));
    return new HeldPair(pair, strikes.count(pair, since));
  }

  public void add(
      final Conversation conversation, final HeldPair pair, final UUID event, final Instant at) {
    strikes.add(event, conversation.organization().value(), pair.id(), at);
  }

  /**
   * Takes a strike back: an honest customer is not escalated for our mistake.
   *
   * @return whether there was one
   */
  public boolean takeBack(final OrganizationId organization, final UUID event) {
    return strikes.remove(organization.value(), event) > 0;
  }

  private static @Nullable UUID idOf(final @Nullable Participant participant) {
    return participant == null ? null : participant.id();
  }
}
