package io.gatehouse.retraction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jsoup.Jsoup;

/** What is visible of HTML, however it is wrapped or marked up by the site that keeps it. */
final class Words {

  private Words() {}

  static String of(final String html) {
    return squeezed(Jsoup.parse(html).text());
  }

  static String squeezed(final String text) {
    return text.replaceAll("\\s+", "");
  }

  /** A name for the words that does not tell them. */
  static String digest(final String html) {
    try {
      final byte[] words = of(html).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    } catch (final NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
