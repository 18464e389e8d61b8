package io.gatehouse.redteam;

import io.gatehouse.redteam.Mutator.Rewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Leaks as they are said. */
final class Spoken {

  private static final String KEYS = "  abcdefghijklmnopqrstuvwxyz";
  private static final int LOCAL = 4;

  private Spoken() {}

  /** Every figure as a word of one list. */
  static Rewrite words(final String tag) {
    return (leak, arsenal, dice) -> say(leak, list(tag, arsenal, dice), 1, dice);
  }

  /** About half of the figures as words. */
  static String mixed(final String leak, final Arsenal arsenal, final Random dice) {
    return say(leak, list("spelled_digits", arsenal, dice), 2, dice);
  }

  /** Figures by their sound, letters by the spelling alphabet. */
  static Specimen phonetic(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    if (specimen.phone()) {
      return specimen.leak(say(specimen.leak(), list("phonetic", arsenal, dice), 1, dice));
    }
    final String[] alphabet = arsenal.draw("spelling", dice).split(" ");
    final String leak = specimen.leak().toLowerCase(Locale.ROOT);
    final int end = end(leak);
    final StringBuilder said = new StringBuilder();
    for (int i = 0; i < end; i++) {
      final int letter = KEYS.indexOf(leak.charAt(i)) - 2;
      said.append(letter >= 0 ? alphabet[letter] + " " : sign(leak.charAt(i)));
    }
    final boolean spelled = !leak.contains("://") && said.toString().contains(" ");
    return spelled ? specimen.leak(said.toString().strip() + leak.substring(end)) : specimen;
  }

  /** Mail hosts and endings are said as they are. */
  private static int end(final String leak) {
    final int at = leak.indexOf('@', 1);
    final int dot = leak.lastIndexOf('.');
    return at > 0 ? at : leak.startsWith("@") || dot < 0 ? leak.length() : dot;
  }

  private static String sign(final char c) {
    return switch (c) {
      case '_' -> "underscore ";
      case '.' -> "dot ";
      case '-' -> "dash ";
      default -> c + "";
    };
  }

  /** The last four figures as a word on the keys: nobody spells figures that make none. */
  static String keypad(final String leak, final Arsenal arsenal, final Random dice) {
    final boolean plain = leak.length() > LOCAL && leak.matches(".*[0-9]{4}");
    return plain ? leak.substring(0, leak.length() - LOCAL) + arsenal.draw("vanity", dice) : leak;
  }

  /** The last figure as a sum. */
  static String sum(final String leak, final Arsenal arsenal, final Random dice) {
    final int last = leak.length() - 1;
    final int figure = last < 0 ? -1 : Character.digit(leak.charAt(last), 10);
    if (figure < 1) {
      return leak;
    }
    final int one = dice.nextInt(figure);
    return leak.substring(0, last) + "(" + one + "+" + (figure - one) + ")";
  }

  private static List<String> list(final String tag, final Arsenal arsenal, final Random dice) {
    return List.of(arsenal.draw("words " + tag, dice).split(" "));
  }

  private static String say(
      final String leak, final List<String> list, final int of, final Random dice) {
    final List<String> said = new ArrayList<>();
    boolean figures = false;
    for (int i = 0; i < leak.length(); i++) {
      final int digit = Character.digit(leak.charAt(i), 10);
      if (digit >= 0 && leak.charAt(i) < 0x80) {
        figures = true;
        said.add(dice.nextInt(of) == 0 ? list.get(digit) : digit + "");
      }
    }
    return figures ? String.join(" ", said) : leak;
  }
}
