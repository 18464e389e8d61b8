package io.gatehouse.conversation;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Every conversation the gateway knows. */
@Singleton
public class Conversations {

  public Optional<Conversation> find(
      final OrganizationId organization, final Channel channel, final String externalRef) {
    return Optional.empty();
  }

  public Optional<Conversation> find(final OrganizationId organization, final UUID id) {
    return Optional.empty();
  }

  /**
   * Sets a conversation's people and contacts, as its owner says they are.
   *
   * @throws io.gatehouse.base.Problem 400 when an address cannot be read, 409 when two people would
   *     become one
   */
  public Conversation register(
      final OrganizationId organization,
      final Channel channel,
      final String externalRef,
      final Registration registration) {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds what a provider's payload says to what is known: an unknown conversation is made, an empty
   * side is filled, nothing known is ever replaced (B23). Addresses that cannot be read are left
   * out.
   */
  public Conversation learn(
      final OrganizationId organization,
      final Channel channel,
      final String externalRef,
      final Registration registration) {
    throw new UnsupportedOperationException();
  }
}
