package io.gatehouse.telling;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.settings.OwnerSettings;
import io.gatehouse.settings.OwnerSettings.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is told together: one occasion, one way, one address.
 *
 * @param address a phone; empty where one message goes to all there are
 */
record Window(OrganizationId organization, Occasion occasion, Way way, String address) {

  /** News of an occasion is no news a day later. */
  private static final Duration WORTH = Duration.ofDays(1);

  private static final String OCCASION = "occasion";
  private static final String ADDRESS = "address";

  /** All that an owner has chosen for an occasion, always in the same order. */
  static List<Window> of(
      final OrganizationId organization, final Occasion occasion, final OwnerSettings owner) {
    final List<Window> windows = new ArrayList<>();
    if (owner.tell().contains(occasion)) {
      if (!owner.emails().isEmpty()) {
        windows.add(new Window(organization, occasion, Way.MAIL, ""));
      }
      owner.phones().stream()
          .sorted()
          .distinct()
          .forEach(phone -> windows.add(new Window(organization, occasion, Way.SMS, phone)));
      if (owner.webhook().isPresent()) {
        windows.add(new Window(organization, occasion, Way.WEBHOOK, ""));
      }
    }
    return windows;
  }

  static Window of(final Effect effect, final Way way) {
    final String occasion = effect.payload().getOrDefault(OCCASION, "");
    return new Window(
        effect.organization(),
        Occasion.valueOf(occasion.toUpperCase(Locale.ROOT)),
        way,
        effect.payload().getOrDefault(ADDRESS, ""));
  }

  /** The order to tell of it; without a conversation, for owners' news keep no order. */
  NewEffect order(final Instant now) {
    return new NewEffect(
            organization,
            way.lane(),
            way.kind(),
            null,
            null,
            Map.of(OCCASION, occasion.wire(), ADDRESS, address))
        .expiring(now.plus(WORTH));
  }

  /** As rows name it. */
  String key() {
    return way.wire() + ' ' + address;
  }
}
