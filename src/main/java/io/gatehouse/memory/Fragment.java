package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Digits.Run;
import io.gatehouse.canonical.Token;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The digits of one message that may be a piece of a number, and what is said around them. */
record Fragment(List<Group> groups, Reading reading) {

  private static final int MAX_DIGITS = 11;
  private static final int CLEAR = 3;
  private static final Set<Kind> WORDS = Set.of(Kind.WORDS, Kind.SOUNDS);

  /** Where a message says its piece belongs; the order is that in which people dial. */
  enum Place {
    FIRST,
    MIDDLE,
    LAST
  }

  /** The piece a message holds, or null where it has no digits or says they are something else. */
  static @Nullable Fragment of(final Reading reading) {
    final List<Run> runs =
        reading.runs().stream().filter(run -> Fragments.digits(run.groups()) > 0).toList();
    if (runs.isEmpty() || Labels.named(reading)) {
      return null;
    }
    final Fragment fragment = new Fragment(meant(runs.getLast().groups(), reading), reading);
    return fragment.size() > MAX_DIGITS
            || fragment.measured()
            || fragment.counts()
            || fragment.heard()
        ? null
        : fragment;
  }

  /** Words such as "to" and "for" are digits only where hardly anything else is said. */
  private boolean heard() {
    return groups.stream().allMatch(group -> group.kind() == Kind.SOUNDS) && !bare();
  }

  /** Beside figures, words such as "part one", "the last four" and "to" are no digits. */
  private static List<Group> meant(final List<Group> groups, final Reading reading) {
    final boolean figures = groups.stream().anyMatch(group -> group.kind() == Kind.FIGURES);
    final List<Group> meant =
        groups.stream()
            .filter(group -> !counter(group, reading) && !reckoned(group, reading))
            .filter(group -> group.kind() != Kind.SOUNDS)
            .toList();
    return figures && !meant.isEmpty() ? meant : groups;
  }

  private static boolean counter(final Group group, final Reading reading) {
    final int at = reading.tokenAt(group.from());
    return placing(reading, at, at + 1)
        || (group.kind() == Kind.WORDS
            && (reading.text().at(group.to()) == ':' || placing(reading, at - 1, at)));
  }

  private static boolean placing(final Reading reading, final int from, final int to) {
    return reading.says("piece_first", from, to)
        || reading.says("piece_middle", from, to)
        || reading.says("piece_last", from, to);
  }

  /** What is to be added to a piece is none: "0100 and add 37". */
  private static boolean reckoned(final Group group, final Reading reading) {
    final int at = reading.tokenAt(group.from());
    return at > 1 && reading.says("reckoning", at - 1, at);
  }

  Candidate candidate(final String rule) {
    final int from = groups.getFirst().from();
    return new Candidate(from, end(), "phone_number", rule, 0.8, "", "split_messages");
  }

  String digits() {
    final StringBuilder digits = new StringBuilder();
    groups.forEach(group -> digits.append(group.digits()));
    return digits.toString();
  }

  int size() {
    return Fragments.digits(groups);
  }

  /** Nothing but the digits was said, or such small talk as goes with them. */
  boolean bare() {
    return reading.words().stream().allMatch(word -> inside(word) || small(word));
  }

  /** Whether the digits stand out of what else is said, or are said to be part of a number. */
  boolean clear() {
    return bare() || placed() || says("piece_cue") || alone() || hangs() || dialled();
  }

  /** A hyphen left over at the end or the beginning: "613- thanks", "-0144 if urgent". */
  private boolean hangs() {
    final int from = groups.getFirst().from();
    final boolean begins = from == 1 && "-.".indexOf(reading.text().at(0)) >= 0;
    return begins || (reading.text().at(end()) == '-' && reading.text().at(end() + 1) <= ' ');
  }

  boolean placed() {
    return place() != null;
  }

  @Nullable Place place() {
    return says("piece_first")
        ? Place.FIRST
        : says("piece_last") ? Place.LAST : says("piece_middle") ? Place.MIDDLE : null;
  }

  boolean says(final String type) {
    return reading.says(type, 0, reading.words().size());
  }

  /** Said in words, not in figures. */
  boolean spoken() {
    return groups.stream().allMatch(group -> WORDS.contains(group.kind()));
  }

  boolean plus() {
    return reading.text().at(groups.getFirst().from() - 1) == '+';
  }

  /** A sentence of their own, apart from the rest: "nice! 604", "thanks, 555". */
  private boolean alone() {
    int i = groups.getFirst().from() - 1;
    while (i >= 0 && reading.text().at(i) == ' ') {
      i--;
    }
    final char sign = reading.text().at(i);
    final boolean told = sign == ':' && says("phone_cue");
    final boolean before = i < 0 || told || "?!.,;\n-…)(".indexOf(sign) >= 0;
    final int next = reading.tokenAt(end());
    return before && (next >= reading.words().size() || reading.words().get(next).isBreak());
  }

  private int end() {
    return groups.getLast().to();
  }

  /** Parted as numbers are and hardly anything else: 604-555, 555.0143. */
  private boolean dialled() {
    if (groups.size() != 2 || groups.getFirst().digits().length() != CLEAR) {
      return false;
    }
    final int from = groups.getFirst().to();
    final boolean close = groups.getLast().from() == from + 1;
    final int size = groups.getLast().digits().length();
    return close && "-.".indexOf(reading.text().at(from)) >= 0 && (size == 3 || size == 4);
  }

  private boolean inside(final Token word) {
    return word.isBreak() || groups.stream().anyMatch(group -> covers(group, word));
  }

  private static boolean covers(final Group group, final Token word) {
    return word.from() >= group.from() && word.to() <= group.to();
  }

  private boolean small(final Token word) {
    final var lexicon = reading.context().lexicon();
    return lexicon.words("piece_talk").contains(word.word())
        || lexicon.words("piece_first").contains(word.word())
        || lexicon.words("piece_middle").contains(word.word())
        || lexicon.words("piece_last").contains(word.word());
  }

  /** Digits that count what is named behind them: "604 tiles". */
  private boolean counts() {
    final int next = reading.tokenAt(end());
    if (next >= reading.words().size() || reading.words().get(next).isBreak()) {
      return false;
    }
    final Token word = reading.words().get(next);
    final String between = reading.text().text(end(), word.from());
    return between.isBlank()
        && !hangs()
        && !small(word)
        && !says("piece_cue")
        && word.word().length() >= CLEAR;
  }

  private boolean measured() {
    final Canonical text = reading.text();
    final char before = text.at(groups.getFirst().from() - 1);
    final int next = reading.tokenAt(end());
    return reading.says("unit", next, next + 1)
        || (before != 0 && "$€£¥#".indexOf(before) >= 0)
        || "%°€£".indexOf(text.at(end())) >= 0 && text.at(end()) != 0
        || decimal(text);
  }

  private boolean decimal(final Canonical text) {
    for (int i = 1; i < groups.size(); i++) {
      final Group before = groups.get(i - 1);
      final char c = text.at(before.to());
      final boolean touching = groups.get(i).from() == before.to() + 1;
      if (touching && (":,".indexOf(c) >= 0 || (c == '.' && before.digits().length() < CLEAR))) {
        return true;
      }
      if (touching && c == '.' && groups.get(i).digits().length() < CLEAR) {
        return true;
      }
    }
    return false;
  }
}
