package io.gatehouse.redteam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The data files of the red team, by the first word or two of their lines. */
final class Arsenal {

  /** Words that take the second word of their line as a part of their name. */
  private static final List<String> KEYED = List.of("leak", "carrier", "words", "swap");

  private final Map<String, List<String>> lines = new HashMap<>();

  private Arsenal() {}

  static Arsenal read() {
    final Arsenal arsenal = new Arsenal();
    for (final String file : List.of("leaks", "alphabets", "words")) {
      arsenal.add("/redteam/" + file + ".txt");
    }
    return arsenal;
  }

  /** Everything of a name, such as {@code leak phone_number}. */
  List<String> all(final String name) {
    return lines.getOrDefault(name, List.of());
  }

  String draw(final String name, final Random dice) {
    final List<String> all = all(name);
    return all.get(dice.nextInt(all.size()));
  }

  private void add(final String file) {
    try (InputStream in = Arsenal.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing data file " + file);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(this::addLine);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void addLine(final String line) {
    final String[] parts = line.split(" ", 3);
    final boolean keyed = KEYED.contains(parts[0]);
    final String name = keyed ? parts[0] + " " + parts[1] : parts[0];
    lines
        .computeIfAbsent(name, unseen -> new ArrayList<>())
        .add(line.substring(name.length()).strip());
  }
}
