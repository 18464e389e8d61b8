package io.gatehouse.spam;

import io.gatehouse.spam.Sighting.Strength;
import io.gatehouse.spam.Spam.Reason;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds signs up. {@code score = min(100, Σ points)}: a pattern's points once for each rule, a
 * word's once for each word. Hints count where there are two of them or a proof, companions where
 * anything else counts.
 */
final class Weighing {

  private static final int MOST = 100;

  private static final Comparator<Reason> GRAVEST =
      Comparator.comparingInt(Reason::points).reversed().thenComparing(Reason::code);

  private final SpamRules rules;
  private final Set<Sighting> counted;

  Weighing(final List<Sighting> seen, final SpamRules rules) {
    this.rules = rules;
    this.counted = counted(new LinkedHashSet<>(seen));
  }

  private static Set<Sighting> counted(final Set<Sighting> seen) {
    final long hints = count(seen, EnumSet.of(Strength.HINT));
    final boolean proven = count(seen, EnumSet.of(Strength.PROOF, Strength.OBVIOUS)) > 0;
    if (proven || hints > 1) {
      return seen;
    }
    return Set.of();
  }

  private static long count(final Set<Sighting> seen, final Set<Strength> strengths) {
    return seen.stream().filter(sighting -> strengths.contains(sighting.strength())).count();
  }

  Spam spam(final String sanitized) {
    final List<Reason> reasons = reasons();
    final int score = Math.min(MOST, reasons.stream().mapToInt(Reason::points).sum());
    final boolean highRisk =
        counted.stream()
            .filter(sighting -> rules.points(sighting.sign()) > 0)
            .anyMatch(sighting -> sighting.strength() == Strength.OBVIOUS);
    return new Spam(score, reasons, highRisk, sanitized, verdict(score, highRisk));
  }

  private List<Reason> reasons() {
    final Map<String, Integer> points = new TreeMap<>();
    final Set<Sighting> once = new LinkedHashSet<>();
    for (final Sighting sighting : counted) {
      if (once.add(new Sighting(sighting.code(), sighting.sign(), Strength.HINT, sighting.seen()))
          && rules.points(sighting.sign()) > 0) {
        points.merge(sighting.code(), rules.points(sighting.sign()), Integer::sum);
      }
    }
    return points.entrySet().stream()
        .map(entry -> new Reason(entry.getKey(), entry.getValue()))
        .sorted(GRAVEST)
        .toList();
  }

  private Verdict verdict(final int score, final boolean highRisk) {
    if (highRisk || score > rules.blockAbove()) {
      return Verdict.OBVIOUS;
    }
    return score > 0 && score >= rules.suspiciousFrom() ? Verdict.SUSPICIOUS : Verdict.NONE;
  }
}
