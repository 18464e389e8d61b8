package io.gatehouse.numbers;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.recognition.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some neighbouring groups of a run of digits, looked at as one number. */
record Window(Reading reading, List<Group> groups, int from, int to) {

  private static final int MIN_DATE = 4;
  private static final int MAX_DATE = 8;
  private static final int CUE_REACH = 8;

  /** How the groups are parted, from plain to odd. */
  enum Separators {
    NONE(null),
    USUAL(null),
    SINGLES("spacing"),
    ODD("punctuation_separators"),
    TALK("split_words");

    private final @Nullable String disguise;

    Separators(final @Nullable String disguise) {
      this.disguise = disguise;
    }

    @Nullable String disguise() {
      return disguise;
    }
  }

  String digits() {
    final StringBuilder digits = new StringBuilder(20);
    for (int i = from; i < to; i++) {
      digits.append(groups.get(i).digits());
    }
    return digits.toString();
  }

  int size() {
    return to - from;
  }

  int width(final int group) {
    return groups.get(from + group).digits().length();
  }

  int start() {
    final int first = groups.get(from).from();
    final Canonical text = reading.text();
    final int open = text.at(first - 1) == '(' ? first - 1 : first;
    return text.at(open - 1) == '+' ? open - 1 : open;
  }

  int end() {
    return groups.get(to - 1).to();
  }

  boolean plus() {
    final int first = groups.get(from).from();
    final char before = reading.text().at(first - 1);
    return before == '+' || (before == '(' && reading.text().at(first - 2) == '+');
  }

  boolean has(final Kind kind) {
    for (int i = from; i < to; i++) {
      if (groups.get(i).kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** What stands between a group and the one before it. */
  String gap(final int group) {
    return reading.text().text(groups.get(group - 1).to(), groups.get(group).from());
  }

  /** Whether a group of the same kind follows or precedes with one plain character between. */
  boolean crowded() {
    return (from > 0 && near(from)) || (to < groups.size() && near(to));
  }

  /** Whether such a group is parted just like those inside. */
  boolean continued() {
    return (from > 0 && near(from) && inside(gap(from)))
        || (to < groups.size() && near(to) && inside(gap(to)));
  }

  private boolean near(final int group) {
    return gap(group).length() <= 1 && alike(group - 1, group);
  }

  private boolean inside(final String gap) {
    for (int i = from + 1; i < to; i++) {
      if (gap(i).equals(gap)) {
        return true;
      }
    }
    return false;
  }

  private boolean alike(final int one, final int other) {
    return groups.get(one).kind() == groups.get(other).kind();
  }

  /** Whether a word nearby speaks of calling. */
  boolean cued() {
    final int first = reading.tokenAt(start());
    final int behind = reading.tokenAt(end());
    return reading.says("phone_cue", first - CUE_REACH, first)
        || reading.says("phone_cue", behind, behind + CUE_REACH);
  }

  /** Whether somebody says outright that it rings: "order 604…, dial that". */
  boolean told() {
    final int first = reading.tokenAt(start());
    final int behind = reading.tokenAt(end());
    for (int i = Math.max(0, first - CUE_REACH); i < behind + CUE_REACH; i++) {
      if (reading.says("dial_word", i, i + 1) && reading.says("dial_object", i + 1, i + 3)) {
        return true;
      }
    }
    return reading.says("rings", behind, behind + CUE_REACH);
  }

  /** A plus sign inside begins another number. */
  boolean twoNumbers() {
    for (int i = from + 1; i < to; i++) {
      if (reading.text().at(groups.get(i).from() - 1) == '+') {
        return true;
      }
    }
    return false;
  }

  /** Whether a time or a date stands inside: 10:30, 2025-03-14, 14/03/2025. */
  boolean date() {
    for (int i = 1; i < size(); i++) {
      final String gap = gap(from + i);
      final boolean slashed = "/".equals(gap) || "-".equals(gap) || ".".equals(gap);
      final boolean again = slashed && i + 1 < size() && gap.equals(gap(from + i + 1));
      final int sum = again ? width(i - 1) + width(i) + width(i + 1) : 0;
      if (":".equals(gap) || (again && width(i) <= 2 && sum <= MAX_DATE && sum >= MIN_DATE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether words between the groups put them in order: "then", "and last". */
  boolean sequenced() {
    final int first = reading.tokenAt(groups.get(from).from());
    final int behind = reading.tokenAt(end());
    return reading.says("sequence_word", first - 1, behind)
        || reading.says("separator_word", first, behind);
  }

  Separators separators() {
    Separators worst = Separators.NONE;
    for (int i = from + 1; i < to; i++) {
      final Separators here = separator(gap(i));
      worst = here.compareTo(worst) > 0 ? here : worst;
    }
    final boolean singles = size() >= 7 && worst == Separators.USUAL;
    return singles ? Separators.SINGLES : worst;
  }

  private static Separators separator(final String gap) {
    boolean odd = gap.length() > 3;
    for (int i = 0; i < gap.length(); i++) {
      final char c = gap.charAt(i);
      if (Tokenizer.wordy(c)) {
        return Separators.TALK;
      }
      odd |= " -.()/,".indexOf(c) < 0;
    }
    return odd ? Separators.ODD : gap.isEmpty() ? Separators.NONE : Separators.USUAL;
  }
}
