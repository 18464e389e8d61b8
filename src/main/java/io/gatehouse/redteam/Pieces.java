package io.gatehouse.redteam;

import java.util.ArrayList;
import java.util.List;

/** Cuts a leak where people would. */
final class Pieces {

  private static final int AREA = 3;

  private Pieces() {}

  /** Words of a leak that has them, groups of figures, or a name before its sign and its ending. */
  static List<String> of(final String leak) {
    if (leak.strip().contains(" ")) {
      return halves(List.of(leak.strip().split("\\s+")));
    }
    final List<String> pieces = new ArrayList<>();
    final String digits = digits(leak);
    if (digits.length() >= 10 && digits.length() >= leak.length() - 5) {
      final int one = digits.length() - 10;
      pieces.add(digits.substring(0, one + AREA));
      pieces.add(digits.substring(one + AREA, one + 2 * AREA));
      pieces.add(digits.substring(one + 2 * AREA));
      return pieces;
    }
    for (final String piece : leak.split("(?<!^)(?=@)|(?=\\.[a-z]{2,4}(/|$))")) {
      pieces.add(piece);
    }
    return pieces.size() > 1 ? pieces : cut(leak);
  }

  static String digits(final String text) {
    return text.replaceAll("[^0-9]", "");
  }

  /** More than four words go as three stretches of about one length. */
  private static List<String> halves(final List<String> words) {
    if (words.size() <= 4) {
      return words;
    }
    final int third = (words.size() + 2) / 3;
    final List<String> pieces = new ArrayList<>();
    for (int i = 0; i < words.size(); i += third) {
      pieces.add(String.join(" ", words.subList(i, Math.min(words.size(), i + third))));
    }
    return pieces;
  }

  private static List<String> cut(final String leak) {
    final int[] points = leak.codePoints().toArray();
    final int half = points.length / 2;
    return half == 0
        ? List.of(leak)
        : List.of(new String(points, 0, half), new String(points, half, points.length - half));
  }
}
