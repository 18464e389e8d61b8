package io.gatehouse.message;

import io.gatehouse.detection.Finding;
import io.gatehouse.policy.Decision;
import java.util.List;

/**
 * What was found in a message and decided on it.
 *
 * @param findings those that point into this message's own text
 * @param flagCount the pair's strikes including this one, 0 when it is no strike
 */
public record Verdict(Decision decision, double risk, List<Finding> findings, int flagCount) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Whether anything was found that counts: clean messages and staff's are not flagged. */
  public boolean flagged() {
    return decision.plan().strike();
  }
}
