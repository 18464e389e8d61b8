package io.gatehouse.wording;

import io.gatehouse.json.Part;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads an organization's own words and wording. */
@Singleton
public final class TextsReader {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final String LANGUAGE = "the two letters of a language (ISO 639), such as fr";
  private static final Predicate<String> NAME =
      Pattern.compile("[a-z][a-z0-9_]{0,29}").asMatchPredicate();
  private static final int MOST_WORDS = 50;
  private static final int LONGEST_WORD = 80;

  /** As long as the longest SMS that Twilio takes. */
  private static final int LONGEST_TEXT = 1_600;

  private final TextFiles files;

  public TextsReader(final TextFiles files) {
    this.files = files;
  }

  public static Optional<String> language(final Part part) {
    return part.text(LANGUAGES::contains, LANGUAGE);
  }

  public static Map<String, String> words(final Part part) {
    final Map<String, String> words = new LinkedHashMap<>();
    part.members(MOST_WORDS)
        .forEach(
            (name, word) -> {
              if (!NAME.test(name)) {
                word.refuse("a word's name must be of lower-case letters, digits and _");
              }
              word.line(LONGEST_WORD).ifPresent(text -> words.put(name, text));
            });
    return words;
  }

  public Map<String, Map<String, String>> read(final Part part, final Set<String> words) {
    final Map<String, Map<String, String>> texts = new LinkedHashMap<>();
    part.members(LANGUAGES.size())
        .forEach(
            (language, own) -> {
              if (LANGUAGES.contains(language)) {
                texts.put(language, ofOneLanguage(own, words));
              } else {
                own.refuse("the field's name must be " + LANGUAGE);
              }
            });
    return texts;
  }

  private Map<String, String> ofOneLanguage(final Part part, final Set<String> words) {
    final Map<String, String> texts = new LinkedHashMap<>();
    part.members(files.keys().size())
        .forEach(
            (key, own) -> {
              if (!files.keys().contains(key)) {
                own.refuse("there is no text of this name");
              } else {
                own.text(TextsReader::isText, "a text of at most " + LONGEST_TEXT + " characters")
                    .filter(text -> placesAreKnown(key, text, words, own))
                    .ifPresent(text -> texts.put(key, text));
              }
            });
    return texts;
  }

  private boolean placesAreKnown(
      final String key, final String text, final Set<String> words, final Part own) {
    final Set<String> known = new TreeSet<>(files.names(key));
    if (!files.isName(key)) {
      known.addAll(files.words());
      known.addAll(words);
    }
    final Set<String> unknown = new Template(text).names();
    unknown.removeAll(known);
    unknown.forEach(name -> own.refuse("{" + name + "} is not known here; known are " + known));
    return unknown.isEmpty();
  }

  private static boolean isText(final String text) {
    return !text.isBlank() && text.length() <= LONGEST_TEXT;
  }
}
