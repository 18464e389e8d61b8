package io.gatehouse.addresses;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Token;
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
  record Name(int from, int to, String text, String last, int dots, boolean odd, boolean spoken) {}

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
    if (!nameable(first)) {
      return null;
    }
    final StringBuilder name = new StringBuilder(plain(first));
    String last = plain(first);
    int dots = 0;
    boolean odd = false;
    boolean spoken = false;
    int i = first;
    for (int n = 0; n < MAX_LABELS && i + 1 < tokens.size(); n++) {
      final boolean word = dotWord(i + 1) && nameable(i + 2);
      final int next = word ? i + 2 : i + 1;
      final Link link = word ? Link.ODD_DOT : link(i, next);
      if (link == Link.APART || !nameable(next)) {
        break;
      }
      last = plain(next);
      name.append(link == Link.SIGN ? text.at(tokens.get(i).to()) : '.').append(last);
      dots += link == Link.SIGN ? 0 : 1;
      odd |= link == Link.ODD_DOT;
      spoken |= word;
      i = next;
    }
    return new Name(first, i + 1, name.toString(), last, dots, odd, spoken);
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
    return "spacing".equals(token.disguise()) ? token.word() : text.text(token.from(), token.to());
  }

  boolean nameable(final int i) {
    return i >= 0
        && i < tokens.size()
        && !tokens.get(i).isBreak()
        && text.at(tokens.get(i).from()) < 0x80;
  }

  boolean dotWord(final int i) {
    return i >= 0 && i < tokens.size() && dotWords.contains(Emails.unleet(tokens.get(i).word()));
  }

  private boolean signWord(final int i) {
    return dotWord(i) || (i >= 0 && sign(tokens.get(i).word()) != '.');
  }

  private static char sign(final String word) {
    return switch (word) {
      case "underscore", "underline", "underbar" -> '_';
      case "dash", "hyphen", "minus", "tiret", "guion" -> '-';
      default -> '.';
    };
  }

  /** What joins two tokens that follow each other. */
  Link link(final int left, final int right) {
    final int from = tokens.get(left).to();
    final int to = tokens.get(right).from();
    if (right != left + 1 || to - from > 5 || to == from) {
      return Link.APART;
    }
    final char c = text.at(from);
    if (to - from == 1) {
      return c == '.' ? Link.DOT : c == '-' || c == '+' ? Link.SIGN : Link.APART;
    }
    int dots = 0;
    for (int i = from; i < to; i++) {
      dots += text.at(i) == '.' ? 1 : 0;
      if (" .[](){}<>\"'".indexOf(text.at(i)) < 0) {
        return Link.APART;
      }
    }
    final boolean even = text.at(from) != '.' && text.at(to - 1) != '.';
    return dots == 1 && even ? Link.ODD_DOT : Link.APART;
  }

  Reading reading() {
    return reading;
  }
}
