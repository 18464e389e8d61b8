package io.gatehouse.lexicon;

import io.gatehouse.canonical.DataFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which endings make a name a domain: all country codes (ISO 3166) and the listed generic ones. */
public final class Domains {

  private static final Set<String> ENDINGS = endings();

  private static final Map<String, String> HOSTS = hosts();

  private Domains() {}

  public static boolean ending(final String label) {
    return ENDINGS.contains(label);
  }

  /** Any well-formed ending, for names after an "@" sign. */
  public static boolean plausible(final String label) {
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) < 'a' || label.charAt(i) > 'z') {
        return false;
      }
    }
    return label.length() >= 2 && label.length() <= 24;
  }

  public static boolean mailProvider(final Lexicon lexicon, final String label) {
    return lexicon.words("mail_provider").contains(label);
  }

  /** The class of finding a link to the host is besides, by its wire name. */
  public static @Nullable String purpose(final String host) {
    String name = host;
    while (!name.isEmpty()) {
      final String purpose = HOSTS.get(name);
      if (purpose != null) {
        return purpose;
      }
      final int dot = name.indexOf('.');
      name = dot < 0 ? "" : name.substring(dot + 1);
    }
    return null;
  }

  private static Map<String, String> hosts() {
    final Map<String, String> hosts = new HashMap<>();
    for (final String line : DataFile.read("hosts.txt").lines()) {
      final String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        hosts.put(words[i], words[0]);
      }
    }
    return hosts;
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
