package io.gatehouse.administration;

import io.gatehouse.base.Segments;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.Texts;
import io.gatehouse.wording.Template;
import io.gatehouse.wording.TextFiles;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the organization's own wording that one character makes dearer: a single curly quote turns
 * the whole SMS into UCS-2, of which a segment holds 70 instead of 160.
 */
@Singleton
class TextCosts {

  /** A code point of one septet. */
  private static final String CHEAP = "x";

  private static final List<String> OUTCOMES = List.of("", "as_is", "redacted", "withheld");

  private final Texts texts;
  private final TextFiles files;

  TextCosts(final Texts texts, final TextFiles files) {
    this.texts = texts;
    this.files = files;
  }

  /** The organization's own texts first, then words that spoil texts of ours. */
  List<TextCost> of(final Settings settings) {
    final List<TextCost> costs = new ArrayList<>();
    settings
        .texts()
        .forEach(
            (language, own) ->
                own.keySet().stream()
                    .filter(files::goesBySms)
                    .sorted()
                    .flatMap(key -> cost(settings, key, language, key).stream())
                    .forEach(costs::add));
    spoiling(settings).stream().flatMap(word -> word(settings, word)).forEach(costs::add);
    return List.copyOf(costs);
  }

  private static Set<String> spoiling(final Settings settings) {
    final Set<String> spoiling = new TreeSet<>();
    settings
        .words()
        .forEach(
            (name, word) -> {
              if (!Segments.of(word).foreign().isEmpty()) {
                spoiling.add(name);
              }
            });
    return spoiling;
  }

  /** The one of our texts with this word that suffers most, in the organization's language. */
  private Stream<TextCost> word(final Settings settings, final String word) {
    final String language = settings.language();
    return files.keys().stream()
        .filter(files::goesBySms)
        .filter(key -> !settings.texts().getOrDefault(language, Map.of()).containsKey(key))
        .filter(key -> uses(key, language, word))
        .flatMap(key -> cost(settings, "words." + word, language, key).stream())
        .max(Comparator.comparingInt(cost -> cost.segments() - cost.segmentsWithout()))
        .stream();
  }

  private boolean uses(final String key, final String language, final String word) {
    return files
        .find(language, key)
        .or(() -> files.find(TextFiles.FALLBACK, key))
        .filter(text -> new Template(text).names().contains(word))
        .isPresent();
  }

  private Optional<TextCost> cost(
      final Settings settings, final String name, final String language, final String key) {
    return OUTCOMES.stream()
        .map(outcome -> texts.render(settings, key, language, Map.of("outcome", outcome)))
        .map(text -> cost(name, language, text))
        .filter(cost -> cost.segments() > cost.segmentsWithout())
        .max(Comparator.comparingInt(TextCost::segments));
  }

  private static TextCost cost(final String name, final String language, final String text) {
    final Segments as = Segments.of(text);
    final var cheaper = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> cheaper.append(as.foreign().contains(c) ? CHEAP : c));
    return new TextCost(
        name, language, as.foreign(), as.count(), Segments.of(cheaper.toString()).count());
  }
}
