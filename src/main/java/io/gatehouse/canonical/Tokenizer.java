package io.gatehouse.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts canonical text into words and sentence ends, in one pass. */
public final class Tokenizer {

  /** English endings that stay with their word: "here's" is one word, "l'argent" two. */
  private static final Set<String> CONTRACTED = Set.of("s", "t", "m", "d", "ll", "re", "ve", "em");

  private final Canonical text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(final Canonical text) {
    this.text = text;
  }

  public static List<Token> cut(final Canonical text) {
    final Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer.tokens;
  }

  /** Whether a character belongs to a word. */
  public static boolean wordy(final char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c > 0x7F && letter(c));
  }

  private static boolean letter(final char c) {
    return Character.isLetterOrDigit(c);
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      if (wordy(text.at(i))) {
        i = word(i);
      } else {
        sentenceEnd(i);
        i++;
      }
    }
  }

  private int word(final int from) {
    int to = from + 1;
    while ((wordy(text.at(to)) && !raised(from, to))
        || (text.at(to) == '_' && !signWord(to) && !partsFigures(to))) {
      to++;
    }
    final int suffix = contraction(to);
    if (suffix == 0) {
      tokens.add(new Token(from, to, text.text(from, to)));
      return to;
    }
    final String joined = text.text(from, to) + text.text(to + 1, suffix);
    tokens.add(new Token(from, suffix, joined));
    return suffix;
  }

  /** Whether capitals part a sign from a name: rickATgmailDOTcom. */
  private boolean raised(final int from, final int at) {
    return (!capital(at - 1) && (capitals(at, "at") || capitals(at, "dot")))
        || (!capital(at) && (behind(from, at, "at") || behind(from, at, "dot")));
  }

  private boolean capitals(final int at, final String sign) {
    return capital(at) && said(at, sign) && all(at, sign) && lower(at + sign.length());
  }

  private boolean behind(final int from, final int at, final String sign) {
    return from == at - sign.length()
        && capital(from)
        && wordy(text.at(from - 1))
        && said(from, sign)
        && all(from, sign);
  }

  private boolean all(final int at, final String sign) {
    for (int i = at; i < at + sign.length(); i++) {
      if (!capital(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean lower(final int at) {
    return wordy(text.at(at)) && !capital(at);
  }

  private boolean capital(final int at) {
    return at >= 0 && at < text.length() && text.is(at, Mark.CAPITAL);
  }

  /** Whether an underline parts a name from a sign in words: rick_at_host_dot_com. */
  private boolean signWord(final int at) {
    return said(at, "_at_")
        || said(at, "_dot_")
        || (at >= 3 && said(at - 3, "_at_"))
        || (at >= 4 && said(at - 4, "_dot_"));
  }

  private boolean partsFigures(final int at) {
    return Character.isDigit(text.at(at - 1)) && Character.isDigit(text.at(at + 1));
  }

  private boolean said(final int from, final String what) {
    for (int i = 0; i < what.length(); i++) {
      if (text.at(from + i) != what.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int contraction(final int at) {
    if (text.at(at) != '\'') {
      return 0;
    }
    int end = at + 1;
    while (end <= at + 2 && wordy(text.at(end))) {
      end++;
    }
    final boolean whole = end > at + 1 && !wordy(text.at(end));
    return whole && CONTRACTED.contains(text.text(at + 1, end)) ? end : 0;
  }

  private void sentenceEnd(final int i) {
    final char c = text.at(i);
    if (c == '?') {
      end(i, Token.QUESTION);
    } else if (c == '\n' || c == ';' || ((c == '.' || c == '!' || c == '…') && closes(i + 1))) {
      end(i, Token.BREAK);
    }
  }

  /** A dot ends a sentence unless it is spaced or bracketed like a sign, or ends an initial. */
  private boolean closes(final int next) {
    final char after = text.at(next);
    final char before = text.at(next - 2);
    final boolean sign = before == ' ' || before == '(' || before == '[' || before == '{';
    final boolean initial = !tokens.isEmpty() && initial(tokens.getLast(), next - 1);
    return !sign && !initial && (after == 0 || after == ' ' || after == '\n' || after == '"');
  }

  private static boolean initial(final Token last, final int at) {
    return last.to() == at && last.to() - last.from() == 1 && !last.isNumber();
  }

  private void end(final int i, final String what) {
    if (!tokens.isEmpty() && !tokens.getLast().isBreak()) {
      tokens.add(new Token(i, i + 1, what));
    }
  }
}
