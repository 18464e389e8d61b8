package io.gatehouse.redteam;

import io.gatehouse.redteam.Mutator.Rewrite;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Leaks as they are written: other signs, other gaps. */
final class Written {

  private static final List<String> INVISIBLE = List.of("\u200b", "\u200c", "\u2060", "\u00ad");
  private static final List<String> SEPARATORS = List.of("*", "_", "/", "~", "..", " - ", "|");
  private static final List<String> AT = List.of(" at ", " (at) ", "[at]", " AT ");
  private static final List<String> DOT = List.of(" dot ", " (dot) ", "[dot]", " DOT ");

  private Written() {}

  /** Characters of an alphabet swapped for others; leetspeak and look-alikes by chance. */
  static Rewrite swap(final String tag) {
    return (leak, arsenal, dice) -> {
      String written = leak;
      for (final String line : arsenal.all(tag)) {
        final String[] alphabet = line.split(" ");
        written = swapped(written, alphabet[0], alphabet[1].codePoints().toArray());
      }
      return written;
    };
  }

  private static String swapped(final String text, final String plain, final int[] other) {
    final StringBuilder written = new StringBuilder();
    text.codePoints()
        .map(c -> plain.indexOf(c) < 0 ? c : other[plain.indexOf(c)])
        .forEach(written::appendCodePoint);
    return written.toString();
  }

  static String atDot(final String leak, final Arsenal arsenal, final Random dice) {
    final int style = dice.nextInt(AT.size());
    final String body = leak.startsWith("@") ? "at " + leak.substring(1) : leak;
    return body.replace("@", AT.get(style)).replace(".", DOT.get(style));
  }

  static String spaced(final String leak, final Arsenal arsenal, final Random dice) {
    return joined(leak.replace(" ", ""), " ");
  }

  static String separated(final String leak, final Arsenal arsenal, final Random dice) {
    final String sign = SEPARATORS.get(dice.nextInt(SEPARATORS.size()));
    return leak.contains("@") || leak.contains(".com")
        ? joined(leak, sign)
        : joined(leak.replaceAll("[ ().-]", ""), sign);
  }

  static String invisible(final String leak, final Arsenal arsenal, final Random dice) {
    return joined(leak, INVISIBLE.get(dice.nextInt(INVISIBLE.size())));
  }

  static String lines(final String leak, final Arsenal arsenal, final Random dice) {
    return String.join("\n", Pieces.of(leak));
  }

  static String fillers(final String leak, final Arsenal arsenal, final Random dice) {
    final List<String> pieces = Pieces.of(leak);
    final StringBuilder said = new StringBuilder(pieces.getFirst());
    for (final String piece : pieces.subList(1, pieces.size())) {
      said.append(' ').append(arsenal.draw("filler", dice)).append(' ').append(piece);
    }
    return said.toString();
  }

  /** Keycaps, or circled figures. */
  static String keycaps(final String leak, final Arsenal arsenal, final Random dice) {
    return dice.nextBoolean()
        ? swap("emoji_digits").apply(leak, arsenal, dice)
        : leak.replaceAll("([0-9])", "$1\uFE0F\u20E3");
  }

  /** Signs as escapes of mail or addresses, and the figures with them. */
  static Rewrite escaped(final char mark) {
    return (leak, arsenal, dice) ->
        leak.codePoints()
            .mapToObj(
                c ->
                    c < 0x7F && !Character.isLetter(c) && c != ' '
                        ? String.format("%c%02X", mark, c)
                        : Character.toString(c))
            .collect(Collectors.joining());
  }

  private static String joined(final String leak, final String between) {
    return leak.codePoints().mapToObj(Character::toString).collect(Collectors.joining(between));
  }
}
