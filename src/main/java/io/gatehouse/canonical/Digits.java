package io.gatehouse.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads digits the way people write them: figures, words, both in one word, or look-alikes. */
public final class Digits {

  private static final NumberWords WORDS = NumberWords.read();
  private static final Set<String> FILLERS = Set.copyOf(DataFile.read("fillers.txt").lines());
  private static final Set<String> COUNTED = Set.copyOf(DataFile.read("counted.txt").lines());
  private static final int MAX_GAP = 40;
  private static final int MAX_FILLERS = 5;

  /** How a group was written. */
  public enum Kind {
    FIGURES,
    WORDS,
    SOUNDS,
    MIXED,
    LETTERS,
    LEET,
    VANITY,
    SPLIT,
    /** With letters of all sorts between the figures. */
    JUNK,
    SUM
  }

  /** Digits that stand together, with their canonical range. */
  public record Group(int from, int to, String digits, Kind kind) {}

  /** Groups with nothing but separators and small talk between them. */
  public record Run(List<Group> groups) {}

  private final Canonical text;
  private final List<Token> tokens;
  private final List<Run> runs = new ArrayList<>();
  private List<Group> open = new ArrayList<>();
  private int languages;

  private Digits(final Canonical text, final List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  public static List<Run> read(final Canonical text, final List<Token> tokens) {
    final Digits digits = new Digits(text, tokens);
    digits.run();
    return digits.runs;
  }

  private void run() {
    int fillers = 0;
    for (int i = 0; i < tokens.size(); ) {
      final int next = group(i);
      if (next > i) {
        fillers = 0;
        i = next;
      } else {
        fillers += tokens.get(i).isBreak() || listMark(i) ? 0 : filler(i);
        if (fillers > MAX_FILLERS) {
          close();
        }
        i++;
      }
    }
    close();
  }

  /** "1)" or "A:" at the start of a line. */
  private boolean listMark(final int i) {
    final Token token = tokens.get(i);
    final char before = text.at(token.from() - 1);
    final char sign = text.at(token.to());
    final boolean single = token.to() - token.from() == 1 && text.at(token.to() + 1) == ' ';
    return single && (before == 0 || before == '\n') && (sign == ')' || sign == ':');
  }

  private int filler(final int i) {
    final String word = tokens.get(i).word();
    return FILLERS.contains(word) || "3".equals(word) ? 1 : MAX_FILLERS + 1;
  }

  private void close() {
    if (!open.isEmpty()) {
      runs.add(new Run(open));
      open = new ArrayList<>();
    }
    languages = 0;
  }

  /** Reads a group at a token; returns the token behind it, or the same when there is none. */
  private int group(final int i) {
    final Token token = tokens.get(i);
    final boolean heart =
        "3".equals(token.word()) && text.at(token.from() - 1) == '<' && text.at(token.to()) != '>';
    if (token.isBreak() || heart || listMark(i)) {
      return i;
    }
    final NumberWords.Word word = WORDS.word(token.word());
    if (word != null && counts(i)) {
      return i;
    }
    if (word != null) {
      return spoken(i, word);
    }
    final Sums.Sum sum = Sums.at(text, tokens, i);
    if (sum != null) {
      add(sum.group());
      return sum.behind();
    }
    final Token whole = GroupReader.hyphened(text, tokens, i);
    final Group pair = whole == token ? null : GroupReader.keypad(text, whole, open);
    if (pair != null) {
      add(pair);
      return i + 2;
    }
    final Group keys = GroupReader.keypad(text, token, open);
    final Group group = keys == null ? GroupReader.read(text, token, WORDS) : keys;
    if (group == null || (lettersAlone(group, token) && open.isEmpty() && !figuresFollow(i))) {
      return i;
    }
    add(group);
    return i + 1;
  }

  /** "the last four 0124" counts figures, it is none of them. */
  private boolean counts(final int i) {
    return i > 0 && COUNTED.contains(tokens.get(i - 1).word()) && figuresFollow(i);
  }

  private static boolean lettersAlone(final Group group, final Token token) {
    return group.kind() == Kind.LETTERS && token.word().chars().allMatch(Character::isLetter);
  }

  private boolean figuresFollow(final int i) {
    return i + 1 < tokens.size() && tokens.get(i + 1).isNumber();
  }

  private void add(final Group group) {
    if (!open.isEmpty() && group.from() - open.getLast().to() > MAX_GAP) {
      close();
    }
    open.add(group);
  }

  /** "five", "double five", "twenty-three", "quatre-vingt-un", "cinq cent cinquante-cinq". */
  private int spoken(final int i, final NumberWords.Word first) {
    final int times = first.times();
    if (times > 0) {
      return repeated(i, times);
    } else if (first.joins()) {
      return i;
    }
    if (languages != 0 && (languages & first.languages()) == 0) {
      close();
    }
    int value = first.value();
    int end = i + 1;
    for (int joined = value(end); joined >= 0; joined = value(end)) {
      final int sum = compose(value, joined);
      if (sum < 0) {
        break;
      }
      value = sum;
      end = behind(end);
    }
    final int common = languages & first.languages();
    languages = common == 0 ? first.languages() : common;
    final Kind kind = first.sound() ? Kind.SOUNDS : Kind.WORDS;
    add(new Group(tokens.get(i).from(), tokens.get(end - 1).to(), "" + value, kind));
    return end;
  }

  private int repeated(final int i, final int times) {
    final NumberWords.@Nullable Word digit =
        i + 1 < tokens.size() ? WORDS.word(tokens.get(i + 1).word()) : null;
    final boolean figure = i + 1 < tokens.size() && tokens.get(i + 1).word().length() == 1;
    final String said =
        digit != null && digit.value() >= 0 && digit.value() < 10
            ? "" + digit.value()
            : figure && tokens.get(i + 1).isNumber() ? tokens.get(i + 1).word() : "";
    if (said.isEmpty()) {
      return i;
    }
    final int from = tokens.get(i).from();
    add(new Group(from, tokens.get(i + 1).to(), said.repeat(times), Kind.WORDS));
    return i + 2;
  }

  /** The value of the number word at a token, seen through one joiner; −1 if there is none. */
  private int value(final int at) {
    final NumberWords.@Nullable Word word = wordAt(at);
    if (word != null && word.joins()) {
      final NumberWords.@Nullable Word next = wordAt(at + 1);
      return next == null || next.sound() ? -1 : next.value();
    }
    return word == null || word.sound() ? -1 : word.value();
  }

  private int behind(final int at) {
    final NumberWords.@Nullable Word word = wordAt(at);
    return word != null && word.joins() ? at + 2 : at + 1;
  }

  private NumberWords.@Nullable Word wordAt(final int at) {
    return at < tokens.size() && together(at) ? WORDS.word(tokens.get(at).word()) : null;
  }

  /** Number words form one number only when nothing but a blank or a hyphen parts them. */
  private boolean together(final int at) {
    final int gap = tokens.get(at).from() - tokens.get(at - 1).to();
    final char c = text.at(tokens.get(at - 1).to());
    return gap <= 1 && (c == ' ' || c == '-');
  }

  /** Two number words as one number, or −1 when they are two numbers said in a row. */
  private static int compose(final int left, final int right) {
    if (left == 4 && right == 20) {
      return 80;
    } else if (right == 100 && left > 0 && left < 10) {
      return left * 100;
    } else if (left >= 100 && left % 100 == 0 && right > 0 && right < 100) {
      return left + right;
    } else if (left % 100 == 60 || left % 100 == 80) {
      return right > 0 && right < 20 ? left + right : -1;
    } else if (left % 100 >= 20 && left % 10 == 0 && right > 0 && right < 10) {
      return left + right;
    }
    return left >= 100 && left % 100 == 4 && right == 20 ? left + 76 : -1;
  }
}
