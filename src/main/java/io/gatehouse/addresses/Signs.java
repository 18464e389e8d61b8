package io.gatehouse.addresses;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Words as the recognizers of addresses should read them: signs and letters said aloud made plain,
 * line ends beside a sign left out. What is no address stays as it was.
 */
final class Signs {

  private static final String HOW = "at_dot";
  private static final int SHORTEST_GLUED = 7;

  private final Canonical text;
  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final List<Token> out;

  private Signs(final Reading reading) {
    text = reading.text();
    tokens = reading.words();
    lexicon = reading.context().lexicon();
    out = new ArrayList<>(tokens.size());
  }

  static Reading plain(final Reading reading) {
    final Signs signs = new Signs(reading);
    for (int i = 0; i < signs.tokens.size(); ) {
      i = signs.next(i);
    }
    return new Reading(
        reading.text(),
        reading.tokens(),
        signs.out,
        reading.runs(),
        reading.context(),
        reading.observer());
  }

  private int next(final int i) {
    final Token token = tokens.get(i);
    if (token.isBreak()) {
      if (!joined(i)) {
        out.add(token);
      }
      return i + 1;
    }
    final Respelled.Meant meant = Respelled.at(text, tokens, i);
    if (meant != null) {
      return replace(i, meant.behind(), meant.word(), HOW);
    }
    final Spelling.Spelled spelled = Spelling.at(tokens, i);
    if (spelled != null) {
      return replace(i, spelled.behind(), spelled.word(), "phonetic");
    }
    glued(token);
    return i + 1;
  }

  private int replace(final int i, final int behind, final String word, final String how) {
    out.add(new Token(tokens.get(i).from(), tokens.get(behind - 1).to(), word, how));
    return behind;
  }

  /** "ricksshopdotcom", "rickatgmaildotcom": one word that holds the signs. */
  private void glued(final Token token) {
    final String word = token.word();
    final int dot = token.disguise() == null ? word.lastIndexOf("dot") : -1;
    final boolean sure =
        (dot == 0 || (dot > 2 && word.length() >= SHORTEST_GLUED))
            && word.length() == token.to() - token.from()
            && lexicon.words("sure_ending").contains(word.substring(dot + 3));
    if (!sure) {
      out.add(picture(token));
      return;
    }
    final int at = provider(word, dot);
    final int from = token.from();
    if (at > 0) {
      part(from, 0, at, word);
      out.add(new Token(from + at, from + at + 2, "atsign", HOW));
    }
    if (dot > 0) {
      part(from, at > 0 ? at + 2 : 0, dot, word);
    }
    part(from, dot, dot + 3, word);
    part(from, dot + 3, word.length(), word);
  }

  private void part(final int from, final int start, final int end, final String word) {
    out.add(new Token(from + start, from + end, word.substring(start, end), HOW));
  }

  /** Where "at" stands before a provider of mail. */
  private int provider(final String word, final int dot) {
    for (int at = word.indexOf("at"); at > 0 && at < dot; at = word.indexOf("at", at + 1)) {
      if (lexicon.words("mail_provider").contains(word.substring(at + 2, dot))) {
        return at;
      }
    }
    return -1;
  }

  /** A picture of a letter for the sign in an address. */
  private Token picture(final Token token) {
    final boolean shown = text.is(token.from(), Mark.EMOJI_HINT);
    return shown && "email".equals(token.word())
        ? new Token(token.from(), token.to(), "atsign", "emoji_hint")
        : token;
  }

  /** Whether the line end at a token stands beside a sign, so that it parts nothing. */
  private boolean joined(final int i) {
    if (i == 0 || i + 1 >= tokens.size() || tokens.get(i + 1).isBreak()) {
      return false;
    }
    final int from = tokens.get(i - 1).to();
    final int to = tokens.get(i + 1).from();
    if (to - from == 2 && sure(i + 1) && addressed(i)) {
      return true;
    }
    if (to - from > 6 || text.at(tokens.get(i).from()) == '?') {
      return false;
    }
    return sign(from, to) || line(i - 1) || line(i + 1) || (ended(from) && ending(i + 1));
  }

  /** Whether a path follows or an "@" stands before. */
  private boolean addressed(final int i) {
    final int before = tokens.get(i - 1).from();
    return text.at(tokens.get(i + 1).to()) == '/'
        || text.at(before - 1) == '@'
        || (text.at(before - 1) == ' ' && text.at(before - 2) == '@');
  }

  /** A sign in the gap that hangs on one of the words, or stands alone in its line. */
  private boolean sign(final int from, final int to) {
    boolean line = false;
    int signs = 0;
    for (int k = from; k < to; k++) {
      final char c = text.at(k);
      line |= c == '\n';
      signs += "@.-".indexOf(c) >= 0 ? 1 : 0;
      if (" \n@.-".indexOf(c) < 0) {
        return false;
      }
    }
    final char last = text.at(to - 1);
    final boolean alone = last == '\n' && text.at(to - 3) == '\n';
    return line && signs == 1 && (text.at(from) == '@' || last != '\n' && last != ' ' || alone);
  }

  private boolean ended(final int at) {
    return text.at(at) == '.' && text.at(at + 1) == '\n';
  }

  /** A line that holds nothing but a common ending. */
  private boolean ending(final int i) {
    return sure(i) && text.at(tokens.get(i).to()) <= ' ';
  }

  private boolean sure(final int i) {
    return lexicon.words("sure_ending").contains(tokens.get(i).word());
  }

  /** A line that holds nothing but a word for a sign. */
  private boolean line(final int i) {
    final Token token = tokens.get(i);
    final boolean word =
        lexicon.words("at_word").contains(token.word())
            || lexicon.words("dot_word").contains(token.word());
    return word && text.at(token.from() - 1) == '\n' && text.at(token.to()) == '\n';
  }
}
