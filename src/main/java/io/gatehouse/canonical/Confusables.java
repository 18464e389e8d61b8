package io.gatehouse.canonical;

import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain letter or digit a reader takes a character for: ours ({@code lookalikes.txt}) first,
 * then what Unicode lists (UTS #39) for the scripts that resemble Latin.
 */
final class Confusables {

  /** Scripts whose letters are used as Latin ones; in others a resemblance is chance. */
  private static final int[] SCRIPTS = {
    UScript.LATIN,
    UScript.CYRILLIC,
    UScript.GREEK,
    UScript.ARMENIAN,
    UScript.CHEROKEE,
    UScript.LISU,
    UScript.COPTIC
  };

  private static final Map<Integer, Character> OURS = ours();
  private static final Map<Integer, Character> LISTED = listed();

  private Confusables() {}

  static @Nullable Character of(final int cp) {
    final int lower = Character.toLowerCase(cp);
    final Character ours = OURS.getOrDefault(cp, OURS.get(lower));
    return ours == null ? LISTED.getOrDefault(cp, LISTED.get(lower)) : ours;
  }

  private static Map<Integer, Character> ours() {
    final Map<Integer, Character> map = new HashMap<>();
    for (final String line : DataFile.read("lookalikes.txt").lines()) {
      final char to = line.charAt(0);
      line.substring(1).codePoints().filter(cp -> cp != ' ').forEach(cp -> map.put(cp, to));
    }
    for (int i = 0; i < 26; i++) {
      for (final int base : new int[] {0x1F1E6, 0x1F130, 0x1F150, 0x1F170}) {
        map.put(base + i, (char) ('a' + i));
      }
    }
    return map;
  }

  private static Map<Integer, Character> listed() {
    final SpoofChecker checker = new SpoofChecker.Builder().build();
    final Map<Integer, Character> map = new HashMap<>();
    for (final int script : SCRIPTS) {
      final UnicodeSet letters = new UnicodeSet();
      letters.applyIntPropertyValue(UProperty.SCRIPT, script);
      for (final String letter : letters) {
        final int cp = letter.codePointAt(0);
        final String plain = checker.getSkeleton(letter);
        if (cp > 0x7F && Character.isLetter(cp) && plain.length() == 1 && simple(plain)) {
          map.put(cp, Character.toLowerCase(plain.charAt(0)));
        }
      }
    }
    return map;
  }

  private static boolean simple(final String plain) {
    final char c = plain.charAt(0);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
