package io.gatehouse.message;

import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.detection.Finding;
import io.gatehouse.policy.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a message and decided on it.
 *
 * @param findings those that point into this message's own text
 * @param flagCount the pair's strikes including this one; those before it when it is spared, 0 when
 *     it is clean
 * @param truncated whether the text was too long to be read to its end (B43)
 * @param opinion moderation's, the second layer (S4.1); empty where it found nothing or is off
 */
public record Verdict(
    Decision decision,
    double risk,
    List<Finding> findings,
    int flagCount,
    boolean truncated,
    Optional<Opinion> opinion) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Of a message that moderation has nothing to say about. */
  public Verdict(
      final Decision decision,
      final double risk,
      final List<Finding> findings,
      final int flagCount,
      final boolean truncated) {
    this(decision, risk, findings, flagCount, truncated, Optional.empty());
  }

  /** The same with another opinion on its conduct. */
  Verdict with(final Opinion other) {
    return new Verdict(decision, risk, findings, flagCount, truncated, Optional.of(other));
  }

  /** What moderation rules, whatever the first layer decided: the stricter one of both counts. */
  public Ruling ruling() {
    return opinion.map(Opinion::ruling).orElse(Ruling.ALLOW);
  }

  /** Whether anything was found that counts: clean messages and staff's are not flagged. */
  public boolean flagged() {
    return switch (decision) {
      case Decision.Allow allow -> false;
      case Decision.Warn warn -> true;
      case Decision.Redact redact -> true;
      case Decision.Block block -> true;
    };
  }

  /** Whether it counts against the pair. */
  public boolean strike() {
    return decision.plan().strike();
  }

  /** Flagged, but not counted: the sender is told once before it costs a strike. */
  public boolean spared() {
    return flagged() && !strike();
  }
}
