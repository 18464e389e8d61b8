package io.gatehouse.lexicon;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what hides a word of the lexicon: spaced letters, leet, a name cut in two or written
 * backwards. Only words that the lexicon watches come out of it; everything else stays as it was.
 */
public final class Unmask {

  private static final String WATCHED = "watched";

  /**
   * Shortest name that is looked for across two tokens or backwards: short ones happen by chance.
   */
  private static final int LONG = 5;

  /** No word that is watched is longer. */
  private static final int LONGEST = 24;

  private static final int SHORTEST_LEET = 3;
  private static final int MAX_SPACING = 3;

  /** Letters spelled out in a row that are looked at together. */
  private static final int MAX_SPELLED = 40;

  private final Canonical text;
  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final Set<String> watched;
  private final Leet leet;
  private final Set<String> small;
  private final Set<String> pieceOfName;
  private final List<Token> out;

  private Unmask(final Canonical text, final List<Token> tokens, final Lexicon lexicon) {
    this.text = text;
    this.tokens = tokens;
    this.lexicon = lexicon;
    watched = lexicon.words(WATCHED);
    leet = new Leet(lexicon, watched);
    small = lexicon.words("small_word");
    pieceOfName = lexicon.words("name_end");
    out = new ArrayList<>(tokens.size());
  }

  public static List<Token> words(
      final Canonical text, final List<Token> tokens, final Lexicon lexicon) {
    final Unmask unmask = new Unmask(text, tokens, lexicon);
    for (int i = 0; i < tokens.size(); ) {
      i = unmask.next(i);
    }
    return unmask.out;
  }

  private int next(final int i) {
    final Token token = tokens.get(i);
    if (single(i)) {
      final int end = spaced(i);
      if (end > i) {
        return end;
      }
    }
    final int pair = pair(i);
    if (pair > i) {
      return pair;
    }
    final int triple = triple(i);
    if (triple > i) {
      return triple;
    }
    out.add(token.isBreak() ? token : alone(token));
    return i + 1;
  }

  private Token alone(final Token token) {
    if (watched.contains(token.word())) {
      return named(token.from(), token.to(), token.word(), null);
    }
    final String meant = leet.plain(token.word());
    if (meant != null) {
      return new Token(token.from(), token.to(), meant, "leetspeak");
    }
    final String heard = lexicon.heard(token.word());
    if (heard != null) {
      return new Token(token.from(), token.to(), heard, "leetspeak");
    }
    if (token.word().length() > LONG) {
      final String back = new StringBuilder(token.word()).reverse().toString();
      if (watched.contains(back)) {
        return new Token(token.from(), token.to(), back, "reversed");
      }
    }
    return token;
  }

  private Token named(
      final int from, final int to, final String word, final @Nullable String disguise) {
    final String mark = Mark.disguise(text.marks(from + 1, to));
    return new Token(from, to, word, mark == null ? disguise : mark);
  }

  private boolean single(final int i) {
    final Token token = tokens.get(i);
    return !token.isBreak() && token.to() - token.from() == 1;
  }

  /** Letters one by one: a wider gap, or another sign, starts a new word. */
  private int spaced(final int start) {
    int end = start + 1;
    while (end < tokens.size()
        && end - start < MAX_SPELLED
        && single(end)
        && gap(end) <= MAX_SPACING) {
      end++;
    }
    if (end - start < 3 || tokens.get(start).isNumber()) {
      return start;
    }
    final int usual = gap(start + 1);
    final char sign = text.at(tokens.get(start).to());
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      final boolean cut = i == end || gap(i) != usual || text.at(tokens.get(i - 1).to()) != sign;
      if (cut) {
        add(from, i, sign == ' ' ? "spacing" : "punctuation_separators");
        from = i;
      }
    }
    return end;
  }

  private int gap(final int i) {
    return tokens.get(i).from() - tokens.get(i - 1).to();
  }

  private void add(final int from, final int to, final String disguise) {
    final StringBuilder word = new StringBuilder();
    for (int i = from; i < to; i++) {
      word.append(tokens.get(i).word());
    }
    final String said = word.toString();
    final String meant = leet.plain(said);
    final String plain = meant == null ? said : meant;
    final List<String> parts = segments(plain);
    int at = from;
    for (final String part : parts) {
      final int behind = parts.size() == 1 ? to : at + part.length();
      final String how = behind - at > 1 ? disguise : null;
      out.add(new Token(tokens.get(at).from(), tokens.get(behind - 1).to(), part, how));
      at = behind;
    }
  }

  /** Words spelled out without a wider gap between them: "paypalme". */
  private List<String> segments(final String spelled) {
    final List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < spelled.length()) {
      int end = Math.min(spelled.length(), at + LONGEST);
      while (end > at && !known(spelled.substring(at, end))) {
        end--;
      }
      if (end == at) {
        return List.of(spelled);
      }
      parts.add(spelled.substring(at, end));
      at = end;
    }
    return parts;
  }

  private boolean known(final String word) {
    return watched.contains(word) || small.contains(word);
  }

  /** "what sapp", "tele-gram": a watched name in two pieces. */
  private int pair(final int i) {
    if (i + 1 >= tokens.size() || tokens.get(i + 1).isBreak() || gap(i + 1) > MAX_SPACING) {
      return i;
    }
    final Token first = tokens.get(i);
    final Token second = tokens.get(i + 1);
    final char sign = text.at(first.to());
    final String letter = gap(i + 1) == 1 ? Leet.letter(sign) : null;
    final int length = first.word().length() + second.word().length();
    final int least = letter == null ? LONG + 1 : SHORTEST_LEET;
    if (length < least || length > 14 || watched.contains(first.word())) {
      return i;
    }
    final String between = letter == null ? "" : letter;
    final String joined = first.word() + between + second.word();
    final boolean ordinary =
        sign == ' ' && (small.contains(first.word()) || small.contains(second.word()));
    final String heard = pieceOfName.contains(second.word()) ? lexicon.heard(joined) : null;
    if (heard != null && sign == ' ') {
      out.add(new Token(first.from(), second.to(), heard, "leetspeak"));
      return i + 2;
    }
    if (ordinary || !watched.contains(joined)) {
      return i;
    }
    final String parted = sign == ' ' ? "spacing" : "punctuation_separators";
    final String how = letter == null ? parted : "leetspeak";
    out.add(new Token(first.from(), second.to(), joined, how));
    return i + 2;
  }

  /** "wh ats app": a watched name in three pieces. */
  private int triple(final int i) {
    if (i + 2 >= tokens.size() || gap(i + 1) != 1 || gap(i + 2) != 1) {
      return i;
    }
    final Token first = tokens.get(i);
    final Token last = tokens.get(i + 2);
    final int length = last.to() - first.from() - 2;
    if (length < LONG + 1 || length > 12) {
      return i;
    }
    final String joined = first.word() + tokens.get(i + 1).word() + last.word();
    if (!watched.contains(joined)) {
      return i;
    }
    final String how = text.at(first.to()) == ' ' ? "spacing" : "punctuation_separators";
    out.add(new Token(first.from(), last.to(), joined, how));
    return i + 3;
  }
}
