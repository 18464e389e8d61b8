package io.gatehouse.connecting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a number's own settings do not show, from {@code connecting/notes.txt}. */
final class Notes {

  static final List<String> LINES = read("/connecting/notes.txt");

  private Notes() {}

  private static List<String> read(final String file) {
    try (var stream = Objects.requireNonNull(Notes.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
