package io.gatehouse.recognition;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.lexicon.Lexicon;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which endings make a name a domain: all country codes (ISO 3166) and the listed generic ones. */
final class Domains {

  private static final Set<String> ENDINGS = endings();

  private Domains() {}

  static boolean ending(final String label) {
    return ENDINGS.contains(label);
  }

  /** Any well-formed ending, for names after an "@" sign. */
  static boolean plausible(final String label) {
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) < 'a' || label.charAt(i) > 'z') {
        return false;
      }
    }
    return label.length() >= 2 && label.length() <= 24;
  }

  static boolean mailProvider(final Lexicon lexicon, final String label) {
    return lexicon.words("mail_provider").contains(label);
  }

  private static Set<String> endings() {
    final Set<String> endings = new HashSet<>();
    for (final String country : Locale.getISOCountries()) {
      endings.add(country.toLowerCase(Locale.ROOT));
    }
    DataFile.read("domains.txt").lines().forEach(line -> endings.addAll(Set.of(line.split(" "))));
    return endings;
  }
}
