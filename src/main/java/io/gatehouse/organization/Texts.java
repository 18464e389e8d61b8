package io.gatehouse.organization;

import io.gatehouse.wording.Template;
import io.gatehouse.wording.TextFiles;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one place of every text people are sent; wording lives in data files and settings. */
@Singleton
public class Texts {

  private final TextFiles files;

  Texts(final TextFiles files) {
    this.files = files;
  }

  /**
   * Renders a text as plain text: the organization's own wording if it has one, else ours, in the
   * language asked for, or the organization's, or English. Where it is shown as HTML, whoever shows
   * it escapes it.
   *
   * @param key such as {@code warning.phone_number}
   * @param language ISO 639, empty for the organization's
   * @param facts values for the text's placeholders, beside the organization's own words; {@code
   *     classes}, {@code sender}, {@code effect} and {@code outcome} take codes ({@code
   *     phone_number,url}, {@code client}, {@code sms.relay}, {@code withheld}) and are named in
   *     the text's language. An empty value counts as missing.
   * @throws IllegalArgumentException when no such text exists
   */
  public String render(
      final Settings settings,
      final String key,
      final String language,
      final Map<String, String> facts) {
    for (final String candidate : languages(settings, language)) {
      final Optional<String> wording = wording(settings, candidate, key);
      if (wording.isPresent()) {
        return new Template(wording.get()).fill(values(settings, candidate, facts));
      }
    }
    throw new IllegalArgumentException("there is no text " + key);
  }

  public boolean exists(final String key) {
    return files.keys().contains(key);
  }

  private static Set<String> languages(final Settings settings, final String language) {
    final Set<String> languages = new LinkedHashSet<>();
    languages.add(primary(language));
    languages.add(primary(settings.language()));
    languages.add(TextFiles.FALLBACK);
    return languages;
  }

  /** {@code fr} of {@code fr-CA} (RFC 5646 §2.1). */
  private static String primary(final String language) {
    return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private Optional<String> wording(
      final Settings settings, final String language, final String key) {
    final Map<String, String> own = settings.texts().getOrDefault(language, Map.of());
    return Optional.ofNullable(own.get(key)).or(() -> files.find(language, key));
  }

  private Function<String, Optional<String>> values(
      final Settings settings, final String language, final Map<String, String> facts) {
    return name ->
        given(facts, name)
            .map(value -> spoken(settings, language, name, value))
            .or(() -> given(settings.words(), name))
            .or(() -> anyWording(settings, language, TextFiles.WORD + name));
  }

  private static Optional<String> given(final Map<String, String> values, final String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  private String spoken(
      final Settings settings, final String language, final String name, final String value) {
    final String prefix = TextFiles.CODED.get(name);
    return prefix == null
        ? value
        : Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .map(code -> anyWording(settings, language, prefix + code).orElse(code))
            .collect(Collectors.joining(", "));
  }

  /** A name in this language or, for an organization's language we do not ship, in English. */
  private Optional<String> anyWording(
      final Settings settings, final String language, final String key) {
    return wording(settings, language, key).or(() -> files.find(TextFiles.FALLBACK, key));
  }
}
