package io.gatehouse.lexicon;

import io.gatehouse.base.Channel;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The phrase files, compiled. */
public final class Lexicon {

  private final Node phrases = new Node();
  private final Node classes = new Node();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<Line, Line> lines = new HashMap<>();
  private final Set<String> vocabulary = new HashSet<>();
  private SoundAlikes soundAlikes = new SoundAlikes(Set.of());

  private Lexicon() {}

  /** Reads phrase files; a line that cannot be read stops the start with its text. */
  public static Lexicon of(final List<DataFile> files) {
    final Lexicon lexicon = new Lexicon();
    files.forEach(lexicon::add);
    lexicon.soundAlikes = new SoundAlikes(lexicon.words("sounds_like"));
    return lexicon;
  }

  /** Everything said in the tokens. */
  public List<Hit> match(final List<Token> tokens, final Slots slots) {
    return new Matcher(phrases, classes, tokens, slots).run();
  }

  /** The name a word was written for by ear, or null. */
  @Nullable String heard(final String word) {
    final String name = soundAlikes.name(word);
    return name == null || vocabulary.contains(word) ? null : name;
  }

  /** Whether a phrase or a class has the word. */
  boolean speaks(final String word) {
    return vocabulary.contains(word);
  }

  /** The single words of a class. */
  public Set<String> words(final String name) {
    return words.getOrDefault(name, Set.of());
  }

  private void add(final DataFile file) {
    Line.Rule rule = new Line.Rule(file.name(), Set.of(), "");
    for (final String line : file.lines()) {
      try {
        if (line.startsWith("[")) {
          rule = rule(line);
        } else if (line.startsWith("{")) {
          define(line);
        } else {
          phrase(rule, line);
        }
      } catch (final RuntimeException unreadable) {
        throw new IllegalArgumentException(file.name() + ": " + line, unreadable);
      }
    }
  }

  /** {@code [id class…] reason}. */
  private static Line.Rule rule(final String line) {
    final int close = line.indexOf(']');
    final List<String> head = List.of(line.substring(1, close).split(" "));
    final Set<String> topics =
        Collections.unmodifiableSet(new LinkedHashSet<>(head.subList(1, head.size())));
    return new Line.Rule(head.getFirst(), topics, line.substring(close + 1).strip());
  }

  /** {@code {name} one | two words | …}. */
  private void define(final String line) {
    final int close = line.indexOf('}');
    final String name = line.substring(1, close);
    for (final String entry : line.substring(close + 1).split("\\|")) {
      final List<String> entryWords = fold(entry);
      Node node = classes;
      for (final String word : entryWords) {
        node = node.word(word);
        vocabulary.add(word);
      }
      node.end(new Line(new Line.Rule(name, Set.of(), ""), 0, Set.of(), entry));
      if (entryWords.size() == 1) {
        words.computeIfAbsent(name, unseen -> new HashSet<>()).add(entryWords.getFirst());
      }
    }
  }

  /** {@code [!channel|@channel] weight pattern}. */
  private void phrase(final Line.Rule rule, final String line) {
    String rest = line;
    final EnumSet<Channel> channels = EnumSet.allOf(Channel.class);
    if (rest.startsWith("!") || rest.startsWith("@")) {
      final Channel named = Channel.of(rest.substring(1, rest.indexOf(' '))).orElseThrow();
      final boolean except = line.startsWith("!");
      channels.removeIf(channel -> (channel == named) == except);
      rest = rest.substring(rest.indexOf(' ') + 1).strip();
    }
    final int space = rest.indexOf(' ');
    final double weight = Double.parseDouble(rest.substring(0, space));
    final String pattern = rest.substring(space + 1).strip();
    final String plain = unaccented(pattern);
    vocabulary.addAll(List.of(plain.split("[^a-z]+")));
    Pattern.add(phrases, plain, known(new Line(rule, weight, channels, pattern)));
  }

  /** The same line for what stands in the files twice, so that lines are told apart at a glance. */
  private Line known(final Line line) {
    final Line before = lines.putIfAbsent(line, line);
    return before == null ? line : before;
  }

  private static List<String> fold(final String entry) {
    final List<String> folded = new ArrayList<>();
    for (final Token token : Tokenizer.cut(Folder.plain(entry))) {
      folded.add(token.word());
    }
    return folded;
  }

  /** Phrases are written as people write them; matched without accents and apostrophes. */
  private static String unaccented(final String pattern) {
    final var folded = Folder.plain(pattern);
    return folded
        .text(0, folded.length())
        .replaceAll("'(s|t|m|d|ll|re|ve|em)\\b", "$1")
        .replaceAll("['-]", " ");
  }
}
