package io.gatehouse.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The segments of a JPEG (ITU-T T.81, annex B): what applications added (EXIF with its place, XMP,
 * IPTC, further pictures) and comments are left out, but for what the colours and the right way up
 * need. The compressed picture is copied as it is.
 */
final class JpegSegments {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int APPLICATION = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int PROFILE = 0xE2;
  private static final int ADOBE = 0xEE;
  private static final int LAST_APPLICATION = 0xEF;

  private final ByteBuffer in;
  private final ByteBuffer out;

  JpegSegments(final byte[] jpeg) {
    this.in = ByteBuffer.wrap(jpeg);
    this.out = ByteBuffer.allocate(jpeg.length + Orientation.SEGMENT + 2);
  }

  byte[] stripped() {
    in.position(2);
    marker(START);
    while (in.hasRemaining()) {
      final int kind = nextMarker();
      if (kind == END) {
        break;
      }
      segment(kind);
      if (kind == SCAN) {
        scan();
      }
    }
    marker(END);
    return Bytes.written(out);
  }

  private int nextMarker() {
    if ((in.get() & 0xFF) != 0xFF) {
      throw new IllegalArgumentException("no marker where one must be");
    }
    int kind = 0xFF;
    while (kind == 0xFF) {
      kind = in.get() & 0xFF;
    }
    return kind;
  }

  private void segment(final int kind) {
    final int length = (in.getShort() & 0xFFFF) - 2;
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a segment is longer than the file");
    }
    final byte[] content = new byte[length];
    in.get(content);
    if (kind == EXIF) {
      Orientation.of(content).ifPresent(turned -> out.put(turned.segment()));
    } else if (kept(kind, content)) {
      marker(kind);
      out.putShort((short) (length + 2));
      out.put(content);
    }
  }

  private static boolean kept(final int kind, final byte[] content) {
    return switch (kind) {
      case APPLICATION -> begins(content, "JFIF\0");
      case PROFILE -> begins(content, "ICC_PROFILE\0");
      case ADOBE -> begins(content, "Adobe");
      default -> (kind < APPLICATION || kind > LAST_APPLICATION) && kind != COMMENT;
    };
  }

  /** Up to the next marker; within the scan FF is followed by 00 or a restart (B.1.1.5). */
  private void scan() {
    final int from = in.position();
    int at = from;
    while (at + 1 < in.limit() && !isMarker(in.get(at), in.get(at + 1) & 0xFF)) {
      at++;
    }
    final int to = at + 1 < in.limit() ? at : in.limit();
    out.put(in.array(), from, to - from);
    in.position(to);
  }

  private static boolean isMarker(final byte first, final int second) {
    return (first & 0xFF) == 0xFF
        && second != 0
        && second != 0xFF
        && (second < 0xD0 || second > 0xD7);
  }

  private void marker(final int kind) {
    out.put((byte) 0xFF).put((byte) kind);
  }

  private static boolean begins(final byte[] content, final String name) {
    return new String(
            content, 0, Math.min(content.length, name.length()), StandardCharsets.US_ASCII)
        .equals(name);
  }
}
