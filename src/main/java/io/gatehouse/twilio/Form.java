package io.gatehouse.twilio;

import io.gatehouse.base.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of a webhook. A signature covers their bytes, and decoders that trim, drop or
 * repair would break it, so names and values are kept as octets (one char each) beside their text.
 */
final class Form {

  static final Form EMPTY = new Form();

  private final SortedMap<String, SortedSet<String>> octets = new TreeMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private Form() {}

  /**
   * Reads {@code application/x-www-form-urlencoded} strictly: "+" is a blank, everything is UTF-8.
   *
   * @throws Problem 400 when it is not
   */
  static Form parse(final byte[] body) {
    final Form form = new Form();
    final String encoded = new String(body, StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < encoded.length()) {
      final int end = encoded.indexOf('&', at) < 0 ? encoded.length() : encoded.indexOf('&', at);
      if (end > at) {
        form.add(encoded.substring(at, end));
      }
      at = end + 1;
    }
    return form;
  }

  /** Of names and values in turn, for what did not come as a form. */
  static Form of(final String... pairs) {
    final Form form = new Form();
    for (int i = 0; i < pairs.length; i += 2) {
      form.texts.put(pairs[i], pairs[i + 1]);
    }
    return form;
  }

  /** The first value of a parameter, empty when there is none. */
  String text(final String name) {
    return texts.getOrDefault(name, "");
  }

  /**
   * What a signature covers beside the URL: names in the order of their bytes, each before every
   * distinct value it has (the rule of Twilio's own libraries).
   */
  byte[] signed() {
    final var signed = new StringBuilder();
    octets.forEach((name, values) -> values.forEach(value -> signed.append(name).append(value)));
    return signed.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void add(final String pair) {
    final int equals = pair.indexOf('=');
    final String name = unescaped(equals < 0 ? pair : pair.substring(0, equals));
    final String value = equals < 0 ? "" : unescaped(pair.substring(equals + 1));
    octets.computeIfAbsent(name, first -> new TreeSet<>()).add(value);
    texts.putIfAbsent(utf8(name), utf8(value));
  }

  private static String unescaped(final String encoded) {
    final var decoded = new StringBuilder(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      switch (encoded.charAt(i)) {
        case '+' -> decoded.append(' ');
        case '%' -> {
          decoded.append((char) (digit(encoded, i + 1) << 4 | digit(encoded, i + 2)));
          i += 2;
        }
        default -> decoded.append(encoded.charAt(i));
      }
    }
    return decoded.toString();
  }

  private static int digit(final String encoded, final int at) {
    final int digit = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
    if (digit < 0) {
      throw Problem.badRequest("form", "A percent sign must be followed by two hex digits.");
    }
    return digit;
  }

  private static String utf8(final String octets) {
    final byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
    replaceSurrogates(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (final CharacterCodingException malformed) {
      throw Problem.badRequest("form", "Parameters must be UTF-8.");
    }
  }

  /**
   * Half an emoji, as a phone leaves it that cut a message in two, must not cost the message. Well
   * formed UTF-8 has no ED followed by A0 to BF (RFC 3629 §4); U+FFFD is as long.
   */
  private static void replaceSurrogates(final byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xED
          && (bytes[i + 1] & 0xE0) == 0xA0
          && (bytes[i + 2] & 0xC0) == 0x80) {
        bytes[i] = (byte) 0xEF;
        bytes[i + 1] = (byte) 0xBF;
        bytes[i + 2] = (byte) 0xBD;
      }
    }
  }
}
