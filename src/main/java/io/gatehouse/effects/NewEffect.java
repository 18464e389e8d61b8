package io.gatehouse.effects;

import io.gatehouse.base.OrganizationId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that shall be done once the running transaction has committed.
 *
 * @param kind names its {@link EffectHandler}, such as {@code sms.relay}
 * @param conversation effects of one conversation and lane are carried out in the order of their
 *     adding; without a conversation there is no order
 * @param payload small facts such as a text's key or an address; never message text, which is read
 *     from the event when the effect is carried out
 * @param expires after this it is not begun any more and the owner is told, or null for never
 * @param notBefore it is not begun earlier, or null for at once
 */
public record NewEffect(
    OrganizationId organization,
    Lane lane,
    String kind,
    @Nullable UUID conversation,
    @Nullable UUID event,
    Map<String, String> payload,
    @Nullable Instant expires,
    @Nullable Instant notBefore) {

  public NewEffect {
    payload = Map.copyOf(payload);
  }

  /** An effect that is worth doing however late. */
  public NewEffect(
      final OrganizationId organization,
      final Lane lane,
      final String kind,
      @Nullable final UUID conversation,
      @Nullable final UUID event,
      final Map<String, String> payload) {
    this(organization, lane, kind, conversation, event, payload, null, null);
  }

  /** The same, worthless after an instant ("I'm at the door" needs no sending after nine hours). */
  public NewEffect expiring(final Instant at) {
    return new NewEffect(organization, lane, kind, conversation, event, payload, at, notBefore);
  }

  /** The same, begun at an instant or later. */
  public NewEffect notBefore(final Instant at) {
    return new NewEffect(organization, lane, kind, conversation, event, payload, expires, at);
  }
}
