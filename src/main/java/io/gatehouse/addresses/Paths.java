package io.gatehouse.addresses;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Reading;

/** What stands before and behind the name of a host in a link. */
final class Paths {

  private static final int MAX_URL = 2_000;

  private Paths() {}

  static int scheme(final Canonical text, final int colon) {
    int i = colon;
    while (i > 0 && text.at(i - 1) >= 'a' && text.at(i - 1) <= 'z') {
      i--;
    }
    return i;
  }

  /** The end of a path; a link inside it is a link of its own. */
  static int end(final Canonical text, final int from) {
    int i = from;
    while (i < text.length() && i < from + MAX_URL && " \n\"'<>|".indexOf(text.at(i)) < 0) {
      if (i > from && text.at(i) == ':' && text.at(i + 1) == '/' && text.at(i + 2) == '/') {
        i = scheme(text, i);
        break;
      }
      i++;
    }
    while (i > from && ".,;:!?)]}=".indexOf(text.at(i - 1)) >= 0) {
      i--;
    }
    return i;
  }

  /** The end of a path said aloud from a token on ("slash book"), or 0. */
  static int spoken(final Reading reading, final int token) {
    int end = 0;
    for (int i = token; i + 1 < reading.words().size(); i += 2) {
      if (!reading.says("slash_word", i, i + 1) || reading.words().get(i + 1).isBreak()) {
        break;
      }
      end = reading.words().get(i + 1).to();
    }
    return end;
  }
}
