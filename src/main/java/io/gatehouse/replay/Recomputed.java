package io.gatehouse.replay;

import io.gatehouse.detection.Finding;
import io.gatehouse.explanation.Explanation;
import io.gatehouse.policy.Decision;
import java.util.List;

/**
 * A message decided then and now.
 *
 * @param newestSettings version in force today
 * @param forgotten earlier messages whose text was purged meanwhile
 */
record Recomputed(
    StoredMessage then,
    List<Finding> findings,
    Decision decision,
    Explanation explanation,
    int newestSettings,
    int forgotten) {

  boolean sameRules() {
    return then.head().ruleSet().equals(explanation.ruleSet());
  }

  boolean sameDecision() {
    return then.head().decision().equals(decision.wire())
        && then.head().step().equals(decision.step().wire());
  }

  boolean sameFindings() {
    return gone().isEmpty() && added().isEmpty();
  }

  /** Found then and not now. */
  List<Finding> gone() {
    return without(then.findings(), findings);
  }

  /** Found now and not then. */
  List<Finding> added() {
    return without(findings, then.findings());
  }

  List<Finding> kept() {
    return findings.stream().filter(now -> !added().contains(now)).toList();
  }

  private static List<Finding> without(final List<Finding> some, final List<Finding> others) {
    return some.stream().filter(one -> others.stream().noneMatch(o -> same(one, o))).toList();
  }

  private static boolean same(final Finding one, final Finding other) {
    return one.message() == other.message()
        && one.type() == other.type()
        && one.span().equals(other.span())
        && one.rule().equals(other.rule())
        && Math.abs(one.confidence() - other.confidence()) < 1e-9;
  }
}
