package io.gatehouse.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text, if that is what they are. */
final class PlainText {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private PlainText() {}

  /**
   * By the byte order mark if there is one, else UTF-8, else windows-1252, which old phones write.
   * Empty when it holds control characters, as every other kind of file does.
   */
  static Optional<String> of(final byte[] bytes) {
    return decoded(bytes)
        .map(text -> startsWithMark(text) ? text.substring(1) : text)
        .filter(text -> text.chars().noneMatch(PlainText::isControl));
  }

  private static Optional<String> decoded(final byte[] bytes) {
    if (begins(bytes, 0xFE, 0xFF)) {
      return strictly(bytes, StandardCharsets.UTF_16BE);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return strictly(bytes, StandardCharsets.UTF_16LE);
    }
    return strictly(bytes, StandardCharsets.UTF_8).or(() -> strictly(bytes, WESTERN));
  }

  private static Optional<String> strictly(final byte[] bytes, final Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (final CharacterCodingException another) {
      return Optional.empty();
    }
  }

  private static boolean begins(final byte[] bytes, final int first, final int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static boolean startsWithMark(final String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  private static boolean isControl(final int character) {
    return character < ' '
        && character != '\t'
        && character != '\n'
        && character != '\r'
        && character != '\f';
  }
}
