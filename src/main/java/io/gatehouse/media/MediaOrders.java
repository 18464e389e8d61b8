package io.gatehouse.media;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import java.util.Map;
import java.util.UUID;

/**
 * What is done about files, as effects. They belong to no conversation's order: a file that takes
 * long must not hold up what people write meanwhile.
 */
final class MediaOrders {

  /** Fetches one file from the provider. */
  static final String FETCH = "media.fetch";

  /** Reads all files of a message, once each is here or known not to be had. */
  static final String INSPECT = "media.inspect";

  private static final String ITEM = "item";

  private MediaOrders() {}

  static NewEffect fetch(final OrganizationId organization, final UUID event, final UUID item) {
    return new NewEffect(
        organization, Lane.MEDIA, FETCH, null, event, Map.of(ITEM, item.toString()));
  }

  static NewEffect inspect(final OrganizationId organization, final UUID event) {
    return new NewEffect(organization, Lane.MEDIA, INSPECT, null, event, Map.of());
  }

  static UUID item(final Effect effect) {
    return UUID.fromString(effect.payload().getOrDefault(ITEM, ""));
  }
}
