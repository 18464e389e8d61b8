package io.gatehouse.telling;

import io.gatehouse.effects.Lane;
import java.util.Locale;

/** How an owner is told, each on a lane of its provider. */
enum Way {
  MAIL(Lane.MAIL),
  SMS(Lane.TWILIO),
  WEBHOOK(Lane.WEBHOOK);

  private final Lane lane;

  Way(final Lane lane) {
    this.lane = lane;
  }

  Lane lane() {
    return lane;
  }

  /** The kind of its effects. */
  String kind() {
    return Occasions.OWN + wire();
  }

  /** The name used in tables. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
