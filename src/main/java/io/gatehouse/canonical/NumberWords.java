package io.gatehouse.canonical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number words of all languages, from the data files; a language is added without code. */
final class NumberWords {

  /** The languages whose files ship; a word's languages are bits in this order. */
  static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "de", "it", "hi");

  /** Words that sound like a number but mean something else ("won", "ait"). */
  static final int SOUND = 1 << 30;

  /** What a word says: a value, "twice" (value −2) and so on, or a joiner (value −1). */
  record Word(int value, int languages) {

    static final int JOINER = -1;

    boolean joins() {
      return value == JOINER;
    }

    /** How often the following digit is meant: "double five"; 0 for a plain number. */
    int times() {
      return value < JOINER ? -value : 0;
    }

    boolean sound() {
      return (languages & SOUND) != 0;
    }
  }

  private final Map<String, Word> words = new HashMap<>();

  private NumberWords() {}

  static NumberWords read() {
    final NumberWords numbers = new NumberWords();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      for (final String line : file(LANGUAGES.get(i)).lines()) {
        numbers.add(line.split("\\s+"), 1 << i);
      }
    }
    return numbers;
  }

  static DataFile file(final String language) {
    return DataFile.read("numbers/" + language + ".txt");
  }

  @Nullable Word word(final String word) {
    return words.get(word);
  }

  /**
   * {@code value word…}, {@code xN word…} for repetition, {@code & word…}, {@code ~value word…}.
   */
  private void add(final String[] line, final int language) {
    final String head = line[0];
    final boolean sound = head.startsWith("~");
    final int value =
        switch (head.charAt(0)) {
          case '&' -> Word.JOINER;
          case 'x' -> -Integer.parseInt(head.substring(1));
          case '~' -> Integer.parseInt(head.substring(1));
          default -> Integer.parseInt(head);
        };
    for (int i = 1; i < line.length; i++) {
      final Word word = new Word(value, language | (sound ? SOUND : 0));
      words.merge(line[i], word, NumberWords::both);
    }
  }

  /** A word that two languages share with one meaning belongs to both; else the first keeps it. */
  private static Word both(final Word first, final Word second) {
    return first.value == second.value
        ? new Word(first.value, first.languages | second.languages)
        : first;
  }
}
