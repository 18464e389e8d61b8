package io.gatehouse.canonical;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What mail programs and editors call the parts they add to HTML: {@code asides/programs.txt}. */
final class Programs {

  private static final Map<String, Set<String>> NAMES = names();

  private static final String MENTION = "mention";

  private Programs() {}

  /** The marks of what stands inside an element. */
  static int bits(final Element element) {
    final boolean quoted = "blockquote".equals(element.normalName()) || is("quoted", element);
    return (quoted ? Mark.QUOTED.bit() : 0) | (is("signed", element) ? Mark.SIGNED.bit() : 0);
  }

  /** Somebody of the site, named; its attributes are how the site knows them. */
  static boolean mention(final Element element) {
    return element.hasAttr("data-id") && is(MENTION, element);
  }

  /** The sign before a mentioned name, which makes no handle of it. */
  static boolean mentionSign(final Element element) {
    if (!is("sign", element)) {
      return false;
    }
    final Element parent = element.parent();
    final Element above = parent == null ? null : parent.parent();
    return (parent != null && mention(parent)) || (above != null && mention(above));
  }

  /** An attribute that no reader meets. */
  static boolean technical(final String attribute) {
    return NAMES.getOrDefault("technical", Set.of()).contains(attribute);
  }

  private static boolean is(final String kind, final Element element) {
    if (!element.hasAttr("class") && !element.hasAttr("id")) {
      return false;
    }
    final Set<String> names = NAMES.getOrDefault(kind, Set.of());
    return names.contains(element.id().toLowerCase(Locale.ROOT))
        || element.classNames().stream().anyMatch(n -> names.contains(n.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Set<String>> names() {
    final Map<String, Set<String>> names = new HashMap<>();
    for (final String line : DataFile.read("asides/programs.txt").lines()) {
      final String[] words = line.toLowerCase(Locale.ROOT).split(" ");
      for (int i = 1; i < words.length; i++) {
        names.computeIfAbsent(words[0], kind -> new HashSet<>()).add(words[i]);
      }
    }
    return names;
  }
}
