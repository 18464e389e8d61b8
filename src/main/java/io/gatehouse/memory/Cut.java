package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a message without the words that only tie it to the one before, such as "and ends
 * with gram".
 *
 * @param left the part of the message it stands for
 * @param text as it is read: {@code left}, or its spoken signs written out, so "at" as "@"
 * @param pure whether it is nothing but a name, a sign, or names joined by signs
 */
record Cut(Said said, Canonical left, Canonical text, boolean pure) {

  private static final String OPENING = "@._/-";
  private static final String CLOSING = "@_/-";

  static Cut of(final Said said) {
    final Canonical left = left(said, " .…,-:/\n");
    return new Cut(said, left, left, false);
  }

  /** The whole message without the stop at its end, so that a sentence may go on behind it. */
  static Cut open(final Said said) {
    final Canonical text = said.text();
    int end = text.length();
    while (end > 0 && " .…!?,;-:\n".indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    final Canonical left = text.part(0, end);
    return new Cut(said, left, left, false);
  }

  /** With the signs at its ends kept and those in words written out. */
  static Cut signed(final Said said) {
    final Canonical left = left(said, " …,;!?\n");
    final Canonical bare = dotless(left);
    final @Nullable String name = new SpokenName(said.reading(), bare).read();
    return new Cut(said, bare, name == null ? bare : written(bare, name), name != null);
  }

  /** The same text where nothing was said in words, so that spans stay exact. */
  private static Canonical written(final Canonical text, final String name) {
    return name.equals(text.text(0, text.length())) ? text : Folder.plain(name);
  }

  /** Whether another follows without a blank: one of them has a sign where they meet. */
  boolean meets(final Cut next) {
    if (text.length() == 0 || next.text.length() == 0) {
      return false;
    }
    return next.opens() || (closes() && (next.pure || !next.has(' ')));
  }

  /** Whether its last word looks like a name of an account: "write to k.mensah71". */
  boolean endsInName() {
    int start = text.length();
    boolean letters = false;
    boolean others = false;
    while (start > 0 && text.at(start - 1) != ' ') {
      start--;
      final char c = text.at(start);
      letters |= c >= 'a' && c <= 'z';
      others |= "._".indexOf(c) >= 0 || (c >= '0' && c <= '9');
    }
    return letters && others;
  }

  private boolean opens() {
    return OPENING.indexOf(text.at(0)) >= 0 && (text.length() == 1 || Tokenizer.wordy(text.at(1)));
  }

  private boolean closes() {
    final char last = text.at(text.length() - 1);
    return CLOSING.indexOf(last) >= 0 || (last == '.' && pure);
  }

  private boolean has(final char c) {
    return text.text(0, text.length()).indexOf(c) >= 0;
  }

  private static Canonical left(final Said said, final String closing) {
    final Canonical text = said.text();
    final Set<String> joints = said.reading().context().lexicon().words("piece_joint");
    int start = 0;
    for (final Token token : said.reading().tokens()) {
      if (!joints.contains(token.word())) {
        start = token.from();
        break;
      }
    }
    while (start > 0 && OPENING.indexOf(text.at(start - 1)) >= 0) {
      start--;
    }
    int end = text.length();
    while (end > start && closing.indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    return text.part(start, end);
  }

  /** The full stop of a sentence is no part of a name, that of "www." and a lone one are. */
  private static Canonical dotless(final Canonical text) {
    int end = text.length();
    while (end > 1 && text.at(end - 1) == '.' && !"www.".equals(text.text(0, end))) {
      end--;
    }
    return text.part(0, end);
  }
}
