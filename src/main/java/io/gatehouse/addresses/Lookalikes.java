package io.gatehouse.addresses;

import io.gatehouse.addresses.Address.Name;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Domains;
import io.gatehouse.recognition.Reading;
import java.util.List;

/** What only looks like the name of a site. */
final class Lookalikes {

  private static final int CUE = 4;
  private static final int FAR = 12;

  private Lookalikes() {}

  /** "asp.net", "setup.py", "the dot com era". */
  static boolean tool(final Reading reading, final Name name) {
    if (reading.says("dotcom_era", name.to(), name.to() + 1) && name.spoken()) {
      return true;
    }
    final boolean code =
        reading.says("code_ending", name.to() - 1, name.to())
            || reading.says("tool_name", name.from(), name.from() + 1);
    return name.dots() == 1
        && !name.odd()
        && code
        && !reading.says("site_cue", name.from() - CUE, name.from());
  }

  /** Whether the writer forgets the blank behind the ends of sentences: "good.me too.ok fine". */
  static boolean forgetful(final Reading reading, final Name name) {
    if (name.odd() || name.dots() > 1 || reading.says("site_cue", name.from() - CUE, name.from())) {
      return false;
    }
    final List<Token> words = reading.words();
    for (int i = Math.max(1, name.from() - FAR); i < Math.min(words.size(), name.to() + FAR); i++) {
      if (glued(reading, i) && !Domains.ending(words.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** An address in figures that is to be opened, with a port or a path: 203.0.113.9:8080. */
  static boolean octets(final Reading reading, final Name name) {
    final char after = reading.text().at(reading.words().get(name.to() - 1).to());
    return name.dots() == 3
        && (after == ':' || after == '/')
        && reading.says("site_cue", name.from() - CUE, name.from())
        && name.text().chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  /** Whether nothing but a dot parts a word from the one before, as at the end of a sentence. */
  private static boolean glued(final Reading reading, final int i) {
    final Token before = reading.words().get(i - 1);
    final Token word = reading.words().get(i);
    final boolean last = reading.text().at(word.to()) == ' ';
    final boolean first = reading.text().at(before.from() - 1) == ' ';
    return word.from() == before.to() + 1
        && reading.text().at(before.to()) == '.'
        && last
        && first
        && letters(word.word())
        && letters(before.word());
  }

  private static boolean letters(final String word) {
    return word.length() > 1 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }
}
