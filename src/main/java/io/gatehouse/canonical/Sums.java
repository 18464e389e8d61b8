package io.gatehouse.canonical;

import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures given as a small sum in brackets: (600+4), (12 x 12). */
final class Sums {

  private static final int MAX_FIGURES = 4;
  private static final int MAX_GAP = 3;

  private Sums() {}

  /** A sum, and the token behind it. */
  record Sum(Group group, int behind) {}

  static @Nullable Sum at(final Canonical text, final List<Token> tokens, final int i) {
    final Token left = tokens.get(i);
    if (text.at(left.from() - 1) != '(' || !small(left) || i + 1 >= tokens.size()) {
      return null;
    }
    final boolean word = !tokens.get(i + 1).isNumber() && i + 2 < tokens.size();
    final Token right = tokens.get(word ? i + 2 : i + 1);
    final char sign = word ? sign(tokens.get(i + 1).word()) : sign(text, left.to(), right.from());
    if (!small(right) || text.at(right.to()) != ')' || sign == 0) {
      return null;
    }
    final int value = value(Integer.parseInt(left.word()), sign, Integer.parseInt(right.word()));
    final Group group = new Group(left.from() - 1, right.to() + 1, "" + value, Kind.SUM);
    return value < 0 ? null : new Sum(group, word ? i + 3 : i + 2);
  }

  private static boolean small(final Token token) {
    return token.word().length() <= MAX_FIGURES
        && token.word().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static char sign(final String word) {
    return switch (word) {
      case "x", "times", "mal", "fois", "por" -> '*';
      case "plus", "mas", "mais", "piu" -> '+';
      case "minus", "moins", "menos", "meno" -> '-';
      default -> 0;
    };
  }

  /** A hyphen without blanks parts the groups of a number: (604-555). */
  private static char sign(final Canonical text, final int from, final int to) {
    if (to - from > MAX_GAP) {
      return 0;
    }
    final String gap = text.text(from, to);
    final char c = gap.isBlank() ? 0 : gap.strip().charAt(0);
    return gap.strip().length() == 1 && (c == '+' || c == '*' || " - ".equals(gap)) ? c : 0;
  }

  private static int value(final int left, final char sign, final int right) {
    return sign == '+' ? left + right : sign == '-' ? left - right : left * right;
  }
}
