package io.gatehouse.wording;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The wording that ships with Gatehouse: one file a language, all with the same keys. */
@Singleton
public final class TextFiles {

  /** The language every text exists in. */
  public static final String FALLBACK = "en";

  public static final List<String> LANGUAGES = List.of(FALLBACK, "fr", "es");

  /** Where the defaults of an organization's words stand. */
  public static final String WORD = "word.";

  /** Facts whose values are codes, and where the names of those codes stand. */
  public static final Map<String, String> CODED =
      Map.of(
          "classes", "class.",
          "categories", "category.",
          "sender", "role.",
          "effect", "effect.",
          "outcome", "outcome.");

  private final Map<String, Map<String, String>> byLanguage = new TreeMap<>();
  private final List<String> bySms = lines("/wording/sms.txt");

  public TextFiles() {
    LANGUAGES.forEach(language -> byLanguage.put(language, read(language)));
  }

  public Optional<String> find(final String language, final String key) {
    return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(key));
  }

  public Set<String> keys() {
    return byLanguage.getOrDefault(FALLBACK, Map.of()).keySet();
  }

  /** The names a text of this key may use: those that any language's wording of it uses. */
  public Set<String> names(final String key) {
    final Set<String> names = new TreeSet<>();
    LANGUAGES.forEach(
        language ->
            find(language, key).ifPresent(text -> names.addAll(new Template(text).names())));
    return names;
  }

  /** Whether a text is a mere name that is put into others, so that it has no places itself. */
  public boolean isName(final String key) {
    return key.startsWith(WORD) || CODED.values().stream().anyMatch(key::startsWith);
  }

  /** Whether a text is sent as an SMS, where some characters cost more than others. */
  public boolean goesBySms(final String key) {
    return bySms.stream().anyMatch(key::startsWith);
  }

  /** The names of the words that have a default. */
  public Set<String> words() {
    final Set<String> words = new TreeSet<>();
    for (final String key : keys()) {
      if (key.startsWith(WORD)) {
        words.add(key.substring(WORD.length()));
      }
    }
    return words;
  }

  private static Map<String, String> read(final String language) {
    final String file = "/texts/" + language + ".properties";
    try (var stream = Objects.requireNonNull(TextFiles.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      final var properties = new Properties();
      properties.load(reader);
      final Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return texts;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> lines(final String file) {
    try (var stream = Objects.requireNonNull(TextFiles.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
