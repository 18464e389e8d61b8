package io.gatehouse.presend;

import io.gatehouse.detection.Known;
import io.gatehouse.detection.Weights;
import io.gatehouse.organization.Settings;
import io.gatehouse.policy.PolicySettings;
import java.util.LinkedHashSet;
import java.util.Set;

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
        settings.known(),
        settings.weights(),
        settings.policy(),
        settings.strikes().escalateAt());
  }

  /** The house's lists and the request's. */
  Known knownWith(final Known more) {
    return new Known(
        union(known.emails(), more.emails()),
        union(known.phones(), more.phones()),
        union(known.domains(), more.domains()),
        union(known.vocabulary(), more.vocabulary()));
  }

  private static Set<String> union(final Set<String> some, final Set<String> more) {
    final var all = new LinkedHashSet<>(some);
    all.addAll(more);
    return all;
  }
}
