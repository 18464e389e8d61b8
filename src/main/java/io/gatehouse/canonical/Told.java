package io.gatehouse.canonical;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Which attributes say something to people: those they see or follow, and those Frappe keeps
 * whatever they are named ({@code data-*}).
 */
final class Told {

  private static final Set<String> SEEN =
      Set.of("href", "title", "alt", "aria-label", "placeholder", "value");

  /** Targets that lead nowhere people could go. */
  private static final Set<String> NOWHERE = Set.of("javascript:", "data:", "cid:");

  /** Where Frappe keeps the files of a site. */
  private static final Set<String> FILES = Set.of("/files/", "/private/files/");

  private Told() {}

  static boolean by(final Element element, final Attribute attribute) {
    final String name = attribute.getKey();
    final boolean data = name.startsWith("data-") && !Programs.technical(name);
    return (data || SEEN.contains(name))
        && !(data && Programs.mention(element))
        && !empty(attribute.getValue());
  }

  private static boolean empty(final String value) {
    final String start = value.strip();
    final String scheme = start.substring(0, Math.min(start.length(), 12)).toLowerCase(Locale.ROOT);
    return NOWHERE.stream().anyMatch(scheme::startsWith)
        || (FILES.stream().anyMatch(start::startsWith) && fileName(start));
  }

  /** Not a sentence that pretends to be a path. */
  private static boolean fileName(final String path) {
    return path.indexOf('@') < 0 && path.indexOf(' ') < 0 && path.indexOf('%') < 0;
  }
}
