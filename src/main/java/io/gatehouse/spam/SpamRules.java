package io.gatehouse.spam;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an organization has chosen about spam.
 *
 * @param weights points by sign, 0 to 100; 0 leaves a sign out
 * @param blockAbove a higher score is obvious spam; 80 itself is not above 80 (B35)
 * @param suspiciousFrom the least score that a person should look at
 * @param allowed words that are no sign, kept as they are read: a casino's own "casino"
 */
public record SpamRules(
    Map<Sign, Integer> weights, int blockAbove, int suspiciousFrom, Set<String> allowed) {

  /** S2's upstream values; any sign is looked at, as each has at least 20 points. */
  public static final SpamRules STANDARD = new SpamRules(Map.of(), 80, 20, Set.of());

  public SpamRules {
    final var all = new EnumMap<Sign, Integer>(Sign.class);
    for (final Sign sign : Sign.values()) {
      all.put(sign, weights.getOrDefault(sign, sign.standard()));
    }
    weights = Map.copyOf(all);
    final var lower = new LinkedHashSet<String>();
    allowed.forEach(word -> lower.add(folded(word)));
    allowed = Set.copyOf(lower);
  }

  private static String folded(final String word) {
    final Canonical read = Folder.plain(word);
    return read.text(0, read.length());
  }

  int points(final Sign sign) {
    return weights.getOrDefault(sign, 0);
  }
}
