package io.gatehouse.organization;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.Weights;
import io.gatehouse.policy.PolicySettings;
import jakarta.inject.Singleton;
import java.util.Map;

/** The settings in force. */
@Singleton
public class SettingsBook {

  /**
   * The newest version; cached, so that asking costs no round trip.
   *
   * @throws io.gatehouse.base.Problem 404 when there is no such organization
   */
  public Settings current(final OrganizationId organization) {
    return new Settings(
        0,
        "CA",
        "en",
        Map.of(),
        Map.of(),
        Known.NOTHING,
        Weights.STANDARD,
        PolicySettings.STANDARD,
        Settings.Strikes.STANDARD);
  }
}
