package io.gatehouse.lexicon;

import java.util.BitSet;
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

  /** An ear adds or drops no more letters than this. */
  private static final int SLACK = 3;

  private final Map<String, String> names = new HashMap<>();
  private final BitSet initials = new BitSet();
  private int longest;

  SoundAlikes(final Set<String> names) {
    for (final String name : names) {
      this.names.put(sound(name), name);
      initials.set(name.charAt(0));
      longest = Math.max(longest, name.length() + SLACK);
    }
  }

  /** The name a word sounds like, or null. */
  @Nullable String name(final String word) {
    return possible(word) ? names.get(sound(word)) : null;
  }

  /** Cheap, for it is asked of every word. */
  private boolean possible(final String word) {
    return word.length() > ENOUGH && word.length() <= longest && initials.get(word.charAt(0));
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
