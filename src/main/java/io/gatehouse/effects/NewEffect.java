package io.gatehouse.effects;

import io.gatehouse.base.OrganizationId;
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
 */
public record NewEffect(
    OrganizationId organization,
    Lane lane,
    String kind,
    @Nullable UUID conversation,
    @Nullable UUID event,
    Map<String, String> payload) {

  public NewEffect {
    payload = Map.copyOf(payload);
  }
}
