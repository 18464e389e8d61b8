package io.gatehouse.meters;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Keeps a label's values few and harmless. Every value is a series of its own for Prometheus, and
 * rules may come from an organization one day.
 */
final class FewNames {

  /** Several times what the shipped rules and disguises need. */
  static final int MOST = 400;

  static final String OTHER = "other";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]{0,59}");

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** The name itself, or {@link #OTHER} when it is no plain name or comes after too many others. */
  String of(final String name) {
    return known.contains(name) || isNew(name) ? name : OTHER;
  }

  private boolean isNew(final String name) {
    return known.size() < MOST && NAME.matcher(name).matches() && known.add(name);
  }
}
