package io.gatehouse.detection;

import java.util.List;

/**
 * What a scan found.
 *
 * @param findings ordered by message and start; no two of one class overlap (B7)
 * @param truncated whether the text was longer than the cap, so that its end was not read
 * @param scanned how much of the text was read, in UTF-16 units: all of it unless truncated
 * @param ruleSet hash of the rules and data files that decided, stored with each decision
 */
public record Scan(List<Finding> findings, boolean truncated, int scanned, String ruleSet) {

  /** The scan of a message that is not judged. */
  public static final Scan NOT_SCANNED = new Scan(List.of(), false, 0, "not scanned");

  public Scan {
    findings = List.copyOf(findings);
  }

  public boolean detected() {
    return !findings.isEmpty();
  }
}
