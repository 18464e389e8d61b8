package io.gatehouse.addresses;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Domains;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.recognition.Reading;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads names joined by dots, plain or said aloud, from tokens: "a.b", "a dot b", "a [.] b". Shared
 * by e-mail addresses and urls.
 */
final class Address {

  private static final int MAX_LABELS = 8;
  private static final int WIDEST = 8;

  /** Disguises after which a word no longer reads as its characters do. */
  private static final Set<String> REWRITTEN =
      Set.of("spacing", "punctuation_separators", "phonetic", "at_dot");

  /** How two neighbouring tokens hang together. */
  enum Link {
    APART,
    /** A sign of a name: "-", "_", "+". */
    SIGN,
    DOT,
    /** A dot with blanks or brackets round it. */
    ODD_DOT
  }

  /** A dotted name: tokens from (inclusive) to (exclusive), its text, and how odd its dots are. */
  record Name(int from, int to, String text, String last, int dots, boolean odd, boolean spoken) {

    /** The same name without what hangs behind its last dot: "june.com.pdf". */
    Name cut() {
      final int end = text.lastIndexOf('.');
      final String rest = end < 0 ? text : text.substring(0, end);
      final int dot = rest.lastIndexOf('.');
      return new Name(from, to - 1, rest, rest.substring(dot + 1), dots - 1, odd, spoken);
    }
  }

  private final Reading reading;
  private final Canonical text;
  private final List<Token> tokens;
  private final Set<String> dotWords;

  Address(final Reading reading) {
    this.reading = reading;
    text = reading.text();
    tokens = reading.words();
    dotWords = reading.context().lexicon().words("dot_word");
  }

  /** The name that starts at a token, as far as it goes. */
  @Nullable Name after(final int first) {
    return after(first, false);
  }

  /**
   * @param sure whether a sign before it, such as "@", says that a name follows: then a comma or a
   *     blank stands for the dot before a common ending
   */
  @Nullable Name after(final int first, final boolean sure) {
    if (!nameable(first)) {
      return null;
    }
    final Labels labels = new Labels(plain(first));
    final boolean lenient = sure || "www".equals(labels.last);
    int i = first;
    for (int n = 0; n < MAX_LABELS && i + 1 < tokens.size(); n++) {
      final boolean word = dotWord(i + 1) && nameable(i + 2);
      final int next = word ? i + 2 : i + 1;
      final Link link = word ? Link.ODD_DOT : lenient ? loose(i) : link(i, next);
      if (link == Link.APART || !nameable(next)) {
        break;
      }
      final int whole = link == Link.ODD_DOT ? whole(next) : next;
      final String label = whole == next ? plain(next) : plain(next) + plain(whole);
      labels.add(link, text.at(tokens.get(i).to()), label, word && !shown(i + 1));
      i = whole;
    }
    return labels.name(first, i + 1);
  }

  /** An ending cut in two: "exam ple", "c om". */
  private int whole(final int i) {
    if (i + 1 >= tokens.size() || !nameable(i + 1) || Domains.ending(plain(i))) {
      return i;
    }
    final boolean near = tokens.get(i + 1).from() - tokens.get(i).to() == 1;
    return near && sureEnding(plain(i) + plain(i + 1)) ? i + 1 : i;
  }

  private boolean shown(final int i) {
    return text.is(tokens.get(i).from(), Mark.EMOJI_HINT);
  }

  private boolean sureEnding(final String label) {
    return reading.context().lexicon().words("sure_ending").contains(label);
  }

  /** Behind a sign: also a comma, a blank or dots before a common ending. */
  private Link loose(final int left) {
    final Link link = link(left, left + 1);
    if (link != Link.APART) {
      return link;
    }
    final int from = tokens.get(left).to();
    final int to = tokens.get(left + 1).from();
    final boolean www = "www".equals(tokens.get(left).word()) && text.at(from) == ' ';
    final boolean filled = to > from && to - from <= 3 && filled(from, to);
    return filled && (www || sureEnding(plain(left + 1))) ? Link.ODD_DOT : Link.APART;
  }

  private boolean filled(final int from, final int to) {
    for (int i = from; i < to; i++) {
      if (" .,;:/\\*".indexOf(text.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The name that ends before a token, read backwards. */
  @Nullable Name before(final int behind) {
    if (!nameable(behind - 1)) {
      return null;
    }
    final StringBuilder name = new StringBuilder(plain(behind - 1));
    int i = behind - 1;
    boolean odd = false;
    for (int n = 0; n < MAX_LABELS && i > 0; n++) {
      final int signed = signWord(i - 1) && nameable(i - 2) ? i - 2 : i - 1;
      final boolean word = signed == i - 2;
      final Link link = word ? Link.ODD_DOT : link(i - 1, i);
      if (link == Link.APART || !nameable(signed)) {
        break;
      }
      final char sign = word ? sign(tokens.get(i - 1).word()) : text.at(tokens.get(i).from() - 1);
      name.insert(0, sign == ' ' || sign == ')' || sign == ']' ? '.' : sign);
      name.insert(0, plain(signed));
      odd |= link == Link.ODD_DOT;
      i = signed;
    }
    return new Name(i, behind, name.toString(), "", 0, odd, odd);
  }

  private String plain(final int i) {
    final Token token = tokens.get(i);
    return token.disguise() != null && REWRITTEN.contains(token.disguise())
        ? token.word()
        : text.text(token.from(), token.to());
  }

  boolean nameable(final int i) {
    return i >= 0
        && i < tokens.size()
        && !tokens.get(i).isBreak()
        && text.at(tokens.get(i).from()) < 0x80;
  }

  boolean dotWord(final int i) {
    if (i < 0 || i >= tokens.size()) {
      return false;
    }
    final String word = tokens.get(i).word();
    return dotWords.contains(Emails.unleet(word))
        || ("d".equals(word) && boxed(text, tokens.get(i)));
  }

  /** Whether brackets stand right round a word. */
  static boolean boxed(final Canonical text, final Token token) {
    return token.from() > 0
        && "([{<".indexOf(text.at(token.from() - 1)) >= 0
        && ")]}>".indexOf(text.at(token.to())) >= 0;
  }

  private boolean signWord(final int i) {
    return dotWord(i) || (i >= 0 && sign(tokens.get(i).word()) != '.');
  }

  private char sign(final String word) {
    final Lexicon lexicon = reading.context().lexicon();
    if (lexicon.words("sign_underscore").contains(word)) {
      return '_';
    }
    return lexicon.words("sign_dash").contains(word) ? '-' : '.';
  }

  /** What joins two tokens that follow each other. */
  Link link(final int left, final int right) {
    final int from = tokens.get(left).to();
    final int to = tokens.get(right).from();
    if (right != left + 1 || to - from > WIDEST || to == from) {
      return Link.APART;
    }
    final char c = text.at(from);
    if (to - from == 1 && c == ' ') {
      return slashed(right) ? Link.ODD_DOT : Link.APART;
    }
    if (to - from == 1) {
      return c == '.' ? Link.DOT : c == '-' || c == '+' ? Link.SIGN : Link.APART;
    }
    return spaced(from, to, right);
  }

  private Link spaced(final int from, final int to, final int right) {
    int dots = 0;
    int signs = 0;
    boolean line = false;
    for (int i = from; i < to; i++) {
      final char c = text.at(i);
      dots += c == '.' ? 1 : 0;
      signs += c == '-' ? 1 : 0;
      line |= c == '\n';
      if (" .-[](){}<>\"'\n".indexOf(c) < 0) {
        return Link.APART;
      }
    }
    if (signs > 0) {
      return line && signs == 1 && dots == 0 ? Link.SIGN : Link.APART;
    }
    final boolean even = text.at(from) != '.' && text.at(to - 1) != '.';
    return dots == 1 && (even || line || hung(from, to, right)) ? Link.ODD_DOT : Link.APART;
  }

  /** An ending without its dot, before a path: "linktr ee slash rick", "tinyurl com/rick". */
  private boolean slashed(final int right) {
    if (!Domains.ending(plain(right))) {
      return false;
    }
    final boolean said = reading.says("slash_word", right + 1, right + 2) && nameable(right + 2);
    final boolean signed = text.at(tokens.get(right).to()) == '/' && sureEnding(plain(right));
    return (said && !reading.says("stopword", right - 1, right + 1)) || signed;
  }

  /**
   * A common ending with its dot, apart from the name: "ricks .com", "ricks. com/book" (where no
   * sentence ends).
   */
  private boolean hung(final int from, final int to, final int right) {
    final boolean before = text.at(from) == ' ' && to - from == 2;
    final boolean after = text.at(to - 1) == ' ' && to - from == 2;
    return (before || after) && sureEnding(plain(right));
  }

  Reading reading() {
    return reading;
  }
}
