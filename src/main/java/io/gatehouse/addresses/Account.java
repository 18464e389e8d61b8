package io.gatehouse.addresses;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.recognition.Reading;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word or several that may be the name of an account.
 *
 * @param from first token
 * @param to one behind the last
 * @param shaped whether it is written as only accounts are: figures, signs, letters spelled out
 * @param named whether it is a capitalised name
 * @param disguise how it was hidden, or null
 */
record Account(int from, int to, boolean shaped, boolean named, @Nullable String disguise) {

  private static final Set<String> SPELLED =
      Set.of("phonetic", "spacing", "punctuation_separators", "at_dot");
  private static final int SHORTEST = 3;
  private static final int MAX_PARTS = 8;

  /** Whether nothing follows in its sentence. */
  boolean ends(final Reading reading) {
    return to >= reading.words().size() || reading.words().get(to).isBreak();
  }

  /** Reads accounts out of a text. */
  record Reader(Reading reading) {

    /** The account that starts at a token, perhaps behind a sign in words. */
    @Nullable Account from(final int at) {
      final boolean sign = says("at_word", at);
      final int first = sign ? at + 1 : at;
      int last = first;
      boolean joined = sign;
      for (int n = 0; n < MAX_PARTS && part(last); n++) {
        final int next = next(last);
        if (next == last || !part(next)) {
          break;
        }
        last = next;
        joined = true;
      }
      return part(first) ? account(first, last + 1, joined) : null;
    }

    /** The account that ends before a token. */
    @Nullable Account to(final int behind) {
      if (!part(behind - 1)) {
        return null;
      }
      int first = behind - 1;
      boolean joined = false;
      for (int n = 0; n < MAX_PARTS && first > 0; n++) {
        final int before = before(first);
        if (before == first || !part(before)) {
          break;
        }
        first = before;
        joined = true;
      }
      joined |= says("at_sure", first - 1) || opened(first - 1);
      return account(first, behind, joined);
    }

    /** "At" as the first word of a sentence or in brackets: it means the sign. */
    private boolean opened(final int at) {
      return says("at_word", at)
          && (at == 0
              || reading.words().get(at - 1).isBreak()
              || "([{<".indexOf(reading.text().at(reading.words().get(at).from() - 1)) >= 0);
    }

    private @Nullable Account account(final int first, final int behind, final boolean joined) {
      final Token token = reading.words().get(first);
      final Canonical text = reading.text();
      boolean shaped = joined || text.at(token.from() - 1) == '@' || tagged(behind - 1);
      String how = joined ? "at_dot" : null;
      for (int i = first; i < behind; i++) {
        final Token word = reading.words().get(i);
        shaped |= figured(word.word()) || SPELLED.contains("" + word.disguise());
        how = word.disguise() == null ? how : word.disguise();
      }
      if (digits(first, behind)) {
        return null;
      }
      final boolean plain = behind - first == 1 && !shaped;
      if (plain && (token.to() - token.from() < SHORTEST || ordinary(first))) {
        return null;
      }
      return new Account(first, behind, shaped, text.is(token.from(), Mark.CAPITAL), how);
    }

    /** Figures alone are numbers. */
    private boolean digits(final int first, final int behind) {
      for (int i = first; i < behind; i++) {
        if (!reading.words().get(i).word().chars().allMatch(Character::isDigit)) {
          return false;
        }
      }
      return true;
    }

    private boolean ordinary(final int i) {
      return says("no_account", i) || says("account_topic", i) || says("network", i);
    }

    /** "rick#1234". */
    private boolean tagged(final int last) {
      final int to = reading.words().get(last).to();
      return reading.text().at(to) == '#' && Character.isDigit(reading.text().at(to + 1));
    }

    private static boolean figured(final String word) {
      boolean letters = false;
      boolean others = false;
      for (int i = 0; i < word.length(); i++) {
        final char c = word.charAt(i);
        letters |= c >= 'a' && c <= 'z';
        others |= c == '_' || (c >= '0' && c <= '9');
      }
      return letters && others && word.length() >= SHORTEST;
    }

    private boolean part(final int i) {
      return i >= 0
          && i < reading.words().size()
          && !reading.words().get(i).isBreak()
          && reading.text().at(reading.words().get(i).from()) < 0x80
          && !says("dot_word", i);
    }

    /** The next part of the name, behind a sign; the same token where none follows. */
    private int next(final int i) {
      if (glued(i)) {
        return i + 1;
      }
      final int sign = says("then_word", i + 1) ? i + 2 : i + 1;
      if (!signWord(sign)) {
        return i;
      }
      return says("then_word", sign + 1) ? sign + 2 : sign + 1;
    }

    private int before(final int i) {
      if (glued(i - 1)) {
        return i - 1;
      }
      final int sign = says("then_word", i - 1) ? i - 2 : i - 1;
      if (sign < 0 || !signWord(sign)) {
        return i;
      }
      return says("then_word", sign - 1) ? sign - 2 : sign - 1;
    }

    /** A dot or a hyphen between two words, without blanks. */
    private boolean glued(final int i) {
      if (i < 0 || i + 1 >= reading.words().size() || !part(i) || !part(i + 1)) {
        return false;
      }
      final int to = reading.words().get(i).to();
      final char c = reading.text().at(to);
      return reading.words().get(i + 1).from() == to + 1 && (c == '.' || c == '-');
    }

    private boolean signWord(final int i) {
      return says("dot_word", i) || says("sign_underscore", i) || says("sign_dash", i);
    }

    private boolean says(final String type, final int i) {
      return reading.says(type, i, i + 1);
    }
  }
}
