package io.gatehouse.meters;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of the series an expression of Prometheus asks for. */
final class Promql {

  private static final Pattern BESIDE =
      Pattern.compile(
          "\\{[^}]*}|\"[^\"]*\"|\\[[^\\]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w:$.])[a-zA-Z_:][\\w:]*(?!\\w*\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private Promql() {}

  static Set<String> series(final String expression) {
    final Matcher names = NAME.matcher(BESIDE.matcher(expression).replaceAll(" "));
    final Set<String> found = new TreeSet<>();
    while (names.find()) {
      found.add(names.group());
    }
    found.removeAll(WORDS);
    return found;
  }
}
