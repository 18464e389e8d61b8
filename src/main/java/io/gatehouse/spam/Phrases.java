package io.gatehouse.spam;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.recognition.Reading;
import io.gatehouse.spam.Sighting.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the data files call spam. They are phrase files: a section {@code [spam.code topic…]} says
 * what its lines are, and a negative weight excuses the words it spans from its section. Topics are
 * {@code obvious}, {@code proof}, {@code hint}, {@code companion} or {@code test_name}, and {@code
 * names} or {@code texts} where a section is for those alone; lines of an {@code excuse} explain a
 * sign that is not found by words.
 */
final class Phrases {

  private static final String PREFIX = "spam.";

  private Phrases() {}

  /** The files that {@code files.txt} names: a language needs no code. */
  static List<DataFile> files() {
    return read("files.txt").lines().stream().map(Phrases::read).toList();
  }

  private static DataFile read(final String name) {
    try (InputStream in = Phrases.class.getResourceAsStream("/spam/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing data file /spam/" + name);
      }
      return new DataFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Everything of our files that is said in a text of a kind. */
  static List<Hit> hits(final Reading reading, final SpamKind kind) {
    return reading.hits().stream()
        .filter(hit -> speaksOf(hit.line().rule().topics(), kind))
        .toList();
  }

  static List<Sighting> find(
      final Reading reading, final List<Hit> ours, final Set<String> allowed) {
    final List<Hit> excuses = ours.stream().filter(hit -> hit.line().weight() < 0).toList();
    final List<Sighting> seen = new ArrayList<>();
    for (final Hit hit : ours) {
      if (hit.line().weight() > 0
          && excuses.stream().noneMatch(excuse -> excuses(excuse, hit))
          && !allowed(hit, reading, allowed)) {
        seen.add(sighting(hit, reading));
      }
    }
    return seen;
  }

  /** Signs that what is said around them explains: a numbered company's number. */
  static Set<String> excused(final List<Hit> ours) {
    return ours.stream()
        .filter(hit -> hit.line().rule().topics().contains("excuse"))
        .map(hit -> hit.line().rule().id().substring(PREFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean speaksOf(final Set<String> topics, final SpamKind kind) {
    return topics.contains(PREFIX + "all")
        || topics.contains(PREFIX + (kind.isName() ? "names" : "texts"));
  }

  private static boolean excuses(final Hit excuse, final Hit hit) {
    return excuse.line().rule().id().equals(hit.line().rule().id())
        && excuse.from() < hit.to()
        && hit.from() < excuse.to();
  }

  private static boolean allowed(final Hit hit, final Reading reading, final Set<String> allowed) {
    return reading.words().subList(hit.from(), hit.to()).stream()
        .anyMatch(word -> allowed.contains(word.word()));
  }

  private static Sighting sighting(final Hit hit, final Reading reading) {
    final Strength strength = strength(hit);
    final String code = hit.line().rule().id().substring(PREFIX.length());
    if (hit.line().rule().topics().contains("test_name")) {
      return Sighting.proof(code, Sign.TEST_NAME);
    } else if (strength == Strength.HINT) {
      return new Sighting(code, Sign.WORD, strength, said(hit, reading));
    }
    final boolean hidden = strength != Strength.COMPANION && hidden(hit, reading);
    return new Sighting(code, Sign.PATTERN, hidden ? Strength.OBVIOUS : strength, "");
  }

  private static Strength strength(final Hit hit) {
    final Set<String> topics = hit.line().rule().topics();
    for (final Strength strength : Strength.values()) {
      if (topics.contains(strength.name().toLowerCase(Locale.ROOT))) {
        return strength;
      }
    }
    return Strength.PROOF;
  }

  private static String said(final Hit hit, final Reading reading) {
    final StringBuilder said = new StringBuilder();
    reading.words().subList(hit.from(), hit.to()).forEach(word -> said.append(word.word()));
    return said.toString();
  }

  /** Nobody writes "fr33 ipһone" by mistake. */
  private static boolean hidden(final Hit hit, final Reading reading) {
    for (final Token word : reading.words().subList(hit.from(), hit.to())) {
      final int marks = reading.text().marks(word.from(), word.to());
      if (word.disguise() != null
          || (marks & (Mark.HOMOGLYPH.bit() | Mark.ZERO_WIDTH.bit())) != 0) {
        return true;
      }
    }
    return false;
  }
}
