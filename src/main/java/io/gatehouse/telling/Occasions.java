package io.gatehouse.telling;

import io.gatehouse.inbox.NewNotice;
import io.gatehouse.settings.OwnerSettings.Occasion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What kinds of notices are to an owner. */
@Singleton
final class Occasions {

  private static final String FILE = "/telling/occasions.properties";

  /** How the kinds of effects begin by which owners are told. */
  static final String OWN = "tell.";

  private final Map<String, Occasion> byKind = new TreeMap<>();

  Occasions() {
    final var file = new Properties();
    try (var stream = Objects.requireNonNull(Occasions.class.getResourceAsStream(FILE), FILE);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    file.stringPropertyNames()
        .forEach(
            kind ->
                byKind.put(
                    kind, Occasion.valueOf(file.getProperty(kind).toUpperCase(Locale.ROOT))));
  }

  /** That telling failed is no reason to tell: it would fail again. */
  Optional<Occasion> of(final NewNotice notice) {
    return notice.facts().getOrDefault("effect", "").startsWith(OWN)
        ? Optional.empty()
        : Optional.ofNullable(byKind.get(notice.kind()));
  }
}
