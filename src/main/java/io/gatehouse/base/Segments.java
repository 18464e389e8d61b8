package io.gatehouse.base;

/**
 * How a text travels as SMS and what it is paid for: one segment holds 160 septets of GSM 03.38's
 * alphabet or 70 units of UCS-2, each of several 153 or 67 (3GPP TS 23.040 §9.2.3.24; what is paid
 * is counted in segments).
 *
 * @param count 0 for an empty text
 * @param foreign the distinct characters that force the whole text into UCS-2, empty in GSM-7
 */
public record Segments(Encoding encoding, int count, String foreign) {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each takes two septets. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /** The two alphabets an SMS can be written in. */
  public enum Encoding {
    GSM7(160, 153),
    UCS2(70, 67);

    private final int alone;
    private final int each;

    Encoding(final int alone, final int each) {
      this.alone = alone;
      this.each = each;
    }
  }

  public static Segments of(final String text) {
    final String foreign = foreign(text);
    return foreign.isEmpty()
        ? new Segments(Encoding.GSM7, count(text, Encoding.GSM7), foreign)
        : new Segments(Encoding.UCS2, count(text, Encoding.UCS2), foreign);
  }

  private static String foreign(final String text) {
    final var foreign = new StringBuilder();
    text.codePoints()
        .filter(c -> BASIC.indexOf(c) < 0 && EXTENSION.indexOf(c) < 0)
        .distinct()
        .forEach(foreign::appendCodePoint);
    return foreign.toString();
  }

  private static int count(final String text, final Encoding encoding) {
    final int whole = text.codePoints().map(c -> size(c, encoding)).sum();
    if (whole <= encoding.alone) {
      return whole == 0 ? 0 : 1;
    }
    int segments = 1;
    int used = 0;
    for (final int size : text.codePoints().map(c -> size(c, encoding)).toArray()) {
      // No character is divided between two segments.
      segments += used + size > encoding.each ? 1 : 0;
      used = used + size > encoding.each ? size : used + size;
    }
    return segments;
  }

  private static int size(final int character, final Encoding encoding) {
    return switch (encoding) {
      case GSM7 -> EXTENSION.indexOf(character) < 0 ? 1 : 2;
      case UCS2 -> Character.charCount(character);
    };
  }
}
