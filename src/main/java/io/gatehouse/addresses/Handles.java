package io.gatehouse.addresses;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.List;
import java.util.function.Consumer;

/** {@code @handles}: a way to be found, unless they only address somebody in the thread. */
final class Handles implements Recognizer {

  private static final double ENOUGH = 0.5;
  private static final int MAX_HANDLE = 30;

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    final List<Token> tokens = reading.words();
    for (int i = 0; i < tokens.size(); i++) {
      final int from = tokens.get(i).from();
      if (reading.text().at(from - 1) == '@' && free(reading.text().at(from - 2))) {
        weigh(reading, i, found);
      }
    }
  }

  private static boolean free(final char before) {
    return before == 0 || " \n(:\"',/→>".indexOf(before) >= 0;
  }

  private static void weigh(final Reading reading, final int i, final Consumer<Candidate> found) {
    final int from = reading.words().get(i).from();
    final int to = end(reading.text(), from);
    final char after = reading.text().at(to);
    if (to - from < 2 || to - from > MAX_HANDLE || after == '/' || after == '@') {
      return;
    }
    double sure = 0.35;
    sure += shaped(reading.text(), from, to) ? 0.25 : 0;
    final int behind = reading.tokenAt(to);
    final boolean cue =
        reading.says("handle_cue", i - 5, i) || reading.says("handle_cue", behind, behind + 5);
    sure += cue ? 0.35 : 0;
    final boolean person =
        reading.text().is(from, Mark.CAPITAL) && !shaped(reading.text(), from, to);
    sure -= person && (i == 0 || !reading.says("network", i - 5, behind + 5)) ? 0.3 : 0;
    sure += i == 0 && behind >= reading.words().size() ? 0.2 : 0;
    sure += reading.text().is(from, Mark.REVERSED) ? 0.25 : 0;
    sure -= reading.says("no_mention", i, i + 1) ? 0.5 : 0;
    sure -= reading.says("handle_label", i - 4, i) ? 0.4 : 0;
    if (sure >= ENOUGH) {
      final String how = Mark.disguise(reading.text().marks(from - 1, to));
      final String value = reading.text().text(from, to);
      found.accept(new Candidate(from - 1, to, "social_media", "social.handle", sure, value, how));
    } else {
      reading.observer().doubted(reading, from - 1, to, "social_media", "social.handle", sure);
    }
  }

  private static int end(final Canonical text, final int from) {
    int i = from;
    while (handleChar(text.at(i)) || (text.at(i) == '.' && handleChar(text.at(i + 1)))) {
      i++;
    }
    return i;
  }

  private static boolean handleChar(final char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean shaped(final Canonical text, final int from, final int to) {
    for (int i = from; i < to; i++) {
      final char c = text.at(i);
      if (c == '_' || c == '.' || (c >= '0' && c <= '9')) {
        return true;
      }
    }
    return false;
  }
}
