package io.gatehouse.asides;

import java.util.Arrays;
import java.util.List;

/** Gives every line of a message its setting, from the first to the last. */
final class AsideReader {

  private static final int LONGEST_DEVICE = 80;

  private final Vocabulary vocabulary;
  private final List<Line> lines;
  private final History history;
  private final Setting[] settings;

  /** What goes on until something else begins. */
  private Setting below = Setting.BODY;

  AsideReader(final Vocabulary vocabulary, final List<Line> lines) {
    this.vocabulary = vocabulary;
    this.lines = lines;
    history = new History(vocabulary, lines);
    settings = new Setting[lines.size()];
    Arrays.fill(settings, Setting.BODY);
  }

  Setting[] read() {
    int at = 0;
    while (at < lines.size()) {
      at = line(at);
    }
    new Closings(vocabulary.closings(), lines, settings).mark();
    return settings;
  }

  private int line(final int at) {
    final int opening = below == Setting.QUOTE || lines.get(at).quoted() ? 0 : history.opening(at);
    if (opening > 0) {
      Arrays.fill(settings, at, at + opening, Setting.QUOTE);
      below = setOff(at + opening) ? Setting.BODY : Setting.QUOTE;
      return at + opening;
    }
    settings[at] = setting(lines.get(at));
    return at + 1;
  }

  /** Where the program marks every line of what it quotes, what follows is the sender's again. */
  private boolean setOff(final int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).blank()) {
      at++;
    }
    return at < lines.size() && lines.get(at).quoted();
  }

  private Setting setting(final Line line) {
    if (line.quoted()) {
      return Setting.QUOTE;
    }
    if (below == Setting.QUOTE || line.blank()) {
      return below;
    }
    if (line.signed() || device(line)) {
      return Setting.SIGNATURE;
    }
    if (delimiter(line)) {
      below = Setting.SIGNATURE;
    } else if (begins(line, vocabulary.disclaimers())) {
      below = Setting.DISCLAIMER;
    }
    return below;
  }

  /** RFC 3676 §4.3; some programs drop the blank behind it. */
  private static boolean delimiter(final Line line) {
    return "--".equals(line.words()) || "—".equals(line.words());
  }

  private boolean device(final Line line) {
    return line.words().length() <= LONGEST_DEVICE && begins(line, vocabulary.devices());
  }

  private static boolean begins(final Line line, final List<String> phrases) {
    return phrases.stream().anyMatch(line.words()::startsWith);
  }
}
