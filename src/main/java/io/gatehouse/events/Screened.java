package io.gatehouse.events;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.Scan;
import io.gatehouse.organization.Settings;
import java.util.List;

/** A message after its scan, ready to be decided on under the pair's lock. */
public record Screened(Settings settings, List<Memory.Entry> earlier, Scan scan, double risk) {

  /** Whether something was found, and all of it beside what the sender says. */
  public boolean aside() {
    return scan.detected()
        && scan.findings().stream().allMatch(finding -> finding.setting().aside());
  }

  /** Findings that point into the message itself, not into what was said before. */
  public List<Finding> own() {
    return scan.findings().stream().filter(finding -> finding.message() == earlier.size()).toList();
  }
}
