package io.gatehouse.numbers;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.recognition.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring groups of a run of digits, looked at as one number.
 *
 * @param digits of all its groups
 * @param hinted whether the text holds any word that could make digits something to call
 */
record Window(
    Reading reading, List<Group> groups, int from, int to, String digits, boolean hinted) {

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

  /** The start with the scheme of a link to call: "tel:604…". */
  int linked() {
    final int start = start();
    final int scheme = Math.max(0, start - 4);
    final String before = reading.text().text(scheme, start);
    return "tel:".equals(before) || "sms:".equals(before) ? scheme : start;
  }

  /** The word the number begins with, and the one behind it. */
  int firstWord() {
    return reading.tokenAt(start());
  }

  int behindWord() {
    return reading.tokenAt(end());
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

  Kind kind(final int group) {
    return groups.get(from + group).kind();
  }

  /** What stands between a group and the one before it. */
  String gap(final int group) {
    return reading.text().text(groups.get(group - 1).to(), groups.get(group).from());
  }

  /** How many characters stand there. */
  int gapWidth(final int group) {
    return groups.get(group).from() - groups.get(group - 1).to();
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
    return gapWidth(group) <= 1 && alike(group - 1, group) && !nextLine(group);
  }

  /** Whether a line of spelled digits ends there: said again, a number is no longer one. */
  private boolean nextLine(final int group) {
    return reading.text().at(groups.get(group).from() - 1) == '\n'
        && groups.get(group).kind() == Kind.WORDS
        && !inside("\n");
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

  /** A plus sign inside begins another number, unless it is what parts the groups. */
  boolean twoNumbers() {
    for (int i = from + 1; i < to; i++) {
      if (reading.text().at(groups.get(i).from() - 1) == '+' && !"+".equals(gap(i))) {
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
      if (":".equals(gap) || (again && !row(i + 1, gap) && !row(i - 2, gap) && dated(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a group is parted from the next by the same sign: dates have three parts. */
  private boolean row(final int group, final String gap) {
    return group >= 0 && group + 1 < size() && gap.equals(gap(from + group + 1));
  }

  /** Whether the group and its neighbours can be day, month and year in some order. */
  private boolean dated(final int i) {
    final int sum = width(i - 1) + width(i) + width(i + 1);
    final boolean month = value(i) <= 12 || (value(i) <= 31 && value(i - 1) <= 12);
    return width(i) <= 2 && sum <= MAX_DATE && sum >= MIN_DATE && month;
  }

  /** The number a group makes; groups too long for one are very large. */
  int value(final int group) {
    final String digits = groups.get(from + group).digits();
    return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
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
    if (gap.length() == 3 && gap.charAt(0) == ' ' && gap.charAt(2) == ' ') {
      return " -./|,".indexOf(gap.charAt(1)) < 0 ? Separators.ODD : Separators.USUAL;
    }
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
