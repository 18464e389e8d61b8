package io.gatehouse.presend;

import io.gatehouse.detection.Known;
import io.gatehouse.detection.Weights;
import io.gatehouse.organization.Settings;
import io.gatehouse.policy.PolicySettings;

/**
 * What holds for every text that is checked.
 *
 * @param escalateAt the strike that escalates; a check counts none, so it only matters where it is
 *     one
 */
record HouseRules(
    String region, Known known, Weights weights, PolicySettings policy, int escalateAt) {

  /** The presets, for a house that is known by its lists alone. */
  static HouseRules preset(final String region, final Known known) {
    return new HouseRules(
        region,
        known,
        Weights.STANDARD,
        PolicySettings.STANDARD,
        Settings.Strikes.STANDARD.escalateAt());
  }

  static HouseRules of(final Settings settings) {
    return new HouseRules(
        settings.region(),
        settings.harmless(),
        settings.weights(),
        settings.policy(),
        settings.strikes().escalateAt());
  }
}
