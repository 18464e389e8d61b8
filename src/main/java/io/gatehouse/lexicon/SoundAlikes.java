package io.gatehouse.lexicon;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names written by ear: "whutsap", "tellegramm". Two words sound alike when they begin with the
 * same letter and have the same consonants in a row.
 */
final class SoundAlikes {

  /** Words with fewer consonants sound like too many others. */
  private static final int ENOUGH = 4;

  private final Map<String, String> names = new HashMap<>();

  SoundAlikes(final Set<String> names) {
    names.forEach(name -> this.names.put(sound(name), name));
  }

  /** The name a word sounds like, or null. */
  @Nullable String name(final String word) {
    return word.length() < ENOUGH ? null : names.get(sound(word));
  }

  /** The first letter and the consonants after it, doubled ones once; "h" and "w" are not heard. */
  private static String sound(final String word) {
    final StringBuilder sound = new StringBuilder(word.length());
    sound.append(word.charAt(0));
    for (int i = 1; i < word.length(); i++) {
      final char c = word.charAt(i);
      if ("aeiouyhw".indexOf(c) < 0 && c != sound.charAt(sound.length() - 1)) {
        sound.append(c);
      }
    }
    return sound.toString();
  }
}
