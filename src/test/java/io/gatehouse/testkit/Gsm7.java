package io.gatehouse.testkit;

/** How an SMS is counted: GSM 03.38's alphabet, whose extension characters take two septets. */
public final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENSION = "\f^{}\\[~]|€";

  private Gsm7() {}

  /** The characters that would turn the whole message into UCS-2. */
  public static String foreign(final String text) {
    final var foreign = new StringBuilder();
    text.chars()
        .filter(c -> BASIC.indexOf(c) < 0 && EXTENSION.indexOf(c) < 0)
        .forEach(c -> foreign.append((char) c));
    return foreign.toString();
  }

  public static int septets(final String text) {
    return text.chars().map(c -> EXTENSION.indexOf(c) < 0 ? 1 : 2).sum();
  }
}
