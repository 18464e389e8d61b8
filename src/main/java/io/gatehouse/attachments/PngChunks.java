package io.gatehouse.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The chunks of a PNG (W3C, PNG Specification, section 5): those that make the still picture are
 * kept, which leaves out texts, EXIF, colour profiles and the further frames of an animation.
 */
final class PngChunks {

  private static final int SIGNATURE = 8;
  private static final int LENGTH_AND_TYPE = 8;
  private static final int CHECKSUM = 4;
  private static final String LAST = "IEND";

  private static final Set<String> KEPT =
      Set.of("IHDR", "PLTE", "IDAT", LAST, "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs");

  private PngChunks() {}

  static byte[] stripped(final byte[] png) {
    final ByteBuffer in = ByteBuffer.wrap(png);
    final ByteBuffer out = ByteBuffer.allocate(png.length);
    out.put(png, 0, SIGNATURE);
    in.position(SIGNATURE);
    String type = "";
    while (!type.equals(LAST)) {
      final int length = in.getInt(in.position());
      final byte[] chunk = new byte[whole(length, in.remaining())];
      in.get(chunk);
      type = new String(chunk, CHECKSUM, CHECKSUM, StandardCharsets.ISO_8859_1);
      if (KEPT.contains(type)) {
        out.put(chunk);
      }
    }
    return Bytes.written(out);
  }

  private static int whole(final int length, final int remaining) {
    final long whole = (long) length + LENGTH_AND_TYPE + CHECKSUM;
    if (length < 0 || whole > remaining) {
      throw new IllegalArgumentException("a chunk is longer than the file");
    }
    return (int) whole;
  }
}
