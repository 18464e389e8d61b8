package io.gatehouse.canonical;

import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the digits that a single word holds: 204, 2O4, five5five, 4q1q5q5. */
final class GroupReader {

  private static final String LETTERS = "oli|";
  private static final String LETTER_DIGITS = "0111";
  private static final String LEET = "oliesabtgz";
  private static final String LEET_DIGITS = "0113548792";
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
  private static final String KEYS = "22233344455566677778889999";
  private static final int LONGEST_WORD = 9;

  /** Digits that can stand before letters of one number. */
  private static final int MOST_BEFORE = 8;

  private static final int SHORTEST_JOINED = 6;
  private static final int MAX_TOKEN = 60;

  private GroupReader() {}

  static @Nullable Group read(final Canonical text, final Token token, final NumberWords words) {
    final String word = text.text(token.from(), token.to());
    final int figures = figures(word);
    if (word.length() > MAX_TOKEN) {
      return null;
    }
    if (figures == word.length()) {
      return new Group(token.from(), token.to(), word, Kind.FIGURES);
    }
    final String alike = translate(word, LETTERS, LETTER_DIGITS);
    if (alike != null && (figures > 0 || word.length() <= 4)) {
      return new Group(token.from(), token.to(), alike, Kind.LETTERS);
    }
    if (figures == 0) {
      final String together = word.length() < SHORTEST_JOINED ? null : spoken(word, words, "");
      return together == null
          ? shouted(text, token, word)
          : new Group(token.from(), token.to(), together, Kind.WORDS);
    }
    return mixed(token, word, figures, words);
  }

  /** Letters of the keypad that complete a number: 555-WOOF after an area code (ITU-T E.161). */
  static @Nullable Group keypad(final Canonical text, final Token token, final List<Group> before) {
    if (token.isNumber()
        || before.isEmpty()
        || token.from() - before.getLast().to() > 1
        || text.at(token.from() - 1) == '\n') {
      return null;
    }
    int digits = 0;
    for (int i = before.size() - 1; i >= 0 && digits < MOST_BEFORE; i--) {
      digits += before.get(i).digits().length();
    }
    final int length = token.word().length();
    final boolean completes = digits % 10 + length == 10 || digits + length == 11;
    if (length < 3 || length > 7 || !completes || !told(text, token)) {
      return null;
    }
    final String keys = translate(token.word(), ALPHABET, KEYS);
    return keys == null || token.isNumber() || figures(token.word()) > 0
        ? null
        : new Group(token.from(), token.to(), keys, Kind.VANITY);
  }

  /** Two words in capitals with a hyphen, as one: PET-CARE. */
  static Token hyphened(final Canonical text, final List<Token> tokens, final int i) {
    final Token first = tokens.get(i);
    if (i + 1 >= tokens.size()
        || text.at(first.to()) != '-'
        || tokens.get(i + 1).from() != first.to() + 1
        || !text.is(first.from(), Mark.CAPITAL)
        || !text.is(first.to() + 1, Mark.CAPITAL)) {
      return first;
    }
    final Token second = tokens.get(i + 1);
    return new Token(first.from(), second.to(), first.word() + second.word());
  }

  /** Letters that stand for keys are capitals or hang on the figures by a hyphen. */
  private static boolean told(final Canonical text, final Token token) {
    return text.is(token.from(), Mark.CAPITAL) || text.at(token.from() - 1) == '-';
  }

  private static @Nullable Group shouted(
      final Canonical text, final Token token, final String word) {
    for (int i = token.from(); i < token.to(); i++) {
      if (!text.is(i, Mark.CAPITAL)) {
        return null;
      }
    }
    final String leet = word.length() > 4 ? null : translate(word, LEET, LEET_DIGITS);
    return leet == null ? null : new Group(token.from(), token.to(), leet, Kind.LEET);
  }

  private static @Nullable Group mixed(
      final Token token, final String word, final int figures, final NumberWords words) {
    final NumberWords.Word said = words.word(letters(word));
    if (said != null && !said.sound() && said.value() >= 0) {
      return new Group(token.from(), token.to(), "" + said.value(), Kind.MIXED);
    }
    final String spoken = spoken(word, words, LETTERS);
    if (spoken != null) {
      return new Group(token.from(), token.to(), spoken, Kind.MIXED);
    }
    final @Nullable Kind split = figures < 3 ? null : Interleaved.kind(word);
    if (split != null) {
      return new Group(token.from(), token.to(), Interleaved.figures(word), split);
    }
    final String leet = word.length() > 4 ? null : translate(word, LEET, LEET_DIGITS);
    return leet == null ? null : new Group(token.from(), token.to(), leet, Kind.LEET);
  }

  private static int figures(final String word) {
    int count = 0;
    for (int i = 0; i < word.length(); i++) {
      count += word.charAt(i) >= '0' && word.charAt(i) <= '9' ? 1 : 0;
    }
    return count;
  }

  private static @Nullable String translate(final String word, final String from, final String to) {
    final StringBuilder digits = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      final char c = word.charAt(i);
      final int at = from.indexOf(c);
      if (at < 0 && (c < '0' || c > '9')) {
        return null;
      }
      digits.append(at < 0 ? c : to.charAt(at));
    }
    return digits.toString();
  }

  /** Figures and number words run together. */
  private static @Nullable String spoken(
      final String word, final NumberWords words, final String letters) {
    final StringBuilder digits = new StringBuilder();
    int i = 0;
    while (i < word.length()) {
      final char c = word.charAt(i);
      final int length = c >= '0' && c <= '9' ? 0 : longest(word, i, words);
      final int alike = length < 0 ? letters.indexOf(c) : -1;
      if (length < 0 && alike < 0) {
        return null;
      }
      digits.append(
          alike >= 0
              ? LETTER_DIGITS.charAt(alike) + ""
              : length == 0 ? "" + c : value(word.substring(i, i + length), words));
      i += Math.max(1, length);
    }
    return digits.toString();
  }

  /** A number word in leet: f0ur, s1x. */
  private static String letters(final String word) {
    return word.replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't');
  }

  private static int longest(final String word, final int at, final NumberWords words) {
    for (int n = Math.min(LONGEST_WORD, word.length() - at); n >= 2; n--) {
      final NumberWords.Word found = words.word(word.substring(at, at + n));
      if (found != null && !found.sound() && found.value() >= 0 && found.value() < 100) {
        return n;
      }
    }
    return -1;
  }

  private static String value(final String name, final NumberWords words) {
    final NumberWords.Word word = words.word(name);
    return word == null ? "" : "" + word.value();
  }
}
