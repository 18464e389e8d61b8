package io.gatehouse.gate;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Recorded messages, and what became of them. The marks join the running transaction. */
@Singleton
public class Events {

  public Optional<MessageEvent> find(final OrganizationId organization, final UUID event) {
    return Optional.empty();
  }

  /** The message reached its other side (the provider accepted it). */
  public void delivered(final UUID event) {}

  /** The message could not be delivered; its effect tells why. */
  public void deliveryFailed(final UUID event) {}

  /** The sender got the reply or the banner (B20). */
  public void senderWarned(final UUID event) {}

  /** The Compliance Alert stands (B20). */
  public void adminAlerted(final UUID event) {}
}
