package io.gatehouse.numbers;

import io.gatehouse.recognition.Reading;
import java.util.List;

/** Whether somebody says outright that digits are to be called, whatever they are dressed up as. */
final class Told {

  private static final int REACH = 8;
  private static final int FAR = 12;
  private static final int HINT = 4;
  private static final int BESIDE = 30;
  private static final List<String> TRIGGERS =
      List.of(
          "dial_object", "rings", "own_word", "not_word", "reach_me", "wink_word", "strip_verb");

  private final Reading reading;
  private final int first;
  private final int behind;

  private Told(final Window window) {
    reading = window.reading();
    first = window.firstWord();
    behind = window.behindWord();
  }

  /** Whether any word of the text could say so. */
  static boolean possible(final Reading reading) {
    final int all = reading.words().size();
    return TRIGGERS.stream().anyMatch(type -> reading.says(type, 0, all));
  }

  static boolean outright(final Window window) {
    if (!window.hinted()) {
      return false;
    }
    final Told told = new Told(window);
    return told.dial() || told.mine() || told.denied() || told.reached() || told.winked();
  }

  /** "order 604…, dial that", "it rings". */
  private boolean dial() {
    for (int i = Math.max(0, first - REACH); i < behind + REACH; i++) {
      if (says("dial_word", i) && reading.says("dial_object", i + 1, i + 3)) {
        return true;
      }
    }
    return reading.says("rings", behind, behind + REACH);
  }

  /** "604… aka my phone", but not "my phone bill". */
  private boolean mine() {
    for (int i = behind; i < behind + REACH; i++) {
      if (says("own_word", i) && says("phone_noun", i + 1) && !says("phone_paper", i + 2)) {
        return true;
      }
    }
    return false;
  }

  /** "not really a PO". */
  private boolean denied() {
    for (int i = Math.max(0, first - REACH); i < behind + REACH; i++) {
      final int article = says("really", i + 1) ? i + 2 : i + 1;
      if (says("not_word", i)
          && says("any_article", article)
          && Named.label(reading, article + 1, article + 2)) {
        return true;
      }
    }
    return false;
  }

  /** "where you reach me", but not "call me about it". */
  private boolean reached() {
    for (int i = behind; i < behind + FAR; i++) {
      if (says("reach_verb", i) && says("reach_me", i + 1) && !says("reach_about", i + 2)) {
        return true;
      }
    }
    return false;
  }

  private boolean winked() {
    return reading.says("wink_word", behind, behind + REACH);
  }

  /** "drop the comma and the point". */
  static boolean stripped(final Window window) {
    if (!window.hinted()) {
      return false;
    }
    final Told told = new Told(window);
    for (int i = Math.max(0, told.first - BESIDE); i < told.behind + BESIDE; i++) {
      if (told.says("strip_verb", i) && told.reading.says("strip_object", i + 1, i + 1 + HINT)) {
        return true;
      }
    }
    return false;
  }

  private boolean says(final String type, final int i) {
    return reading.says(type, i, i + 1);
  }
}
