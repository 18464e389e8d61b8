package io.gatehouse.attachments;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Which way up a camera was held (EXIF 2.3, tag 0x0112): without it photos lie on their side. */
record Orientation(int value) {

  /** Bytes that {@link #segment} takes. */
  static final int SEGMENT = 36;

  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final int UPRIGHT = 1;
  private static final int LAST = 8;

  /** An APP1 segment with one entry and nothing else; the value stands behind it. */
  private static final byte[] ALONE =
      HexFormat.of()
          .parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001");

  /**
   * @param content of an APP1 segment
   * @return empty when it says nothing or that the picture is upright
   */
  static Optional<Orientation> of(final byte[] content) {
    if (!Arrays.equals(content, 0, Math.min(EXIF.length, content.length), EXIF, 0, EXIF.length)) {
      return Optional.empty();
    }
    try {
      return read(ByteBuffer.wrap(content, EXIF.length, content.length - EXIF.length).slice());
    } catch (final IndexOutOfBoundsException broken) {
      return Optional.empty();
    }
  }

  byte[] segment() {
    return ByteBuffer.allocate(SEGMENT)
        .put(ALONE)
        .putShort((short) value)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private static Optional<Orientation> read(final ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    final int directory = tiff.getInt(4);
    final int entries = tiff.getShort(directory) & 0xFFFF;
    for (int entry = 0; entry < entries; entry++) {
      final int at = directory + 2 + entry * ENTRY;
      if ((tiff.getShort(at) & 0xFFFF) == TAG) {
        final int value = tiff.getShort(at + 8) & 0xFFFF;
        return value > UPRIGHT && value <= LAST
            ? Optional.of(new Orientation(value))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
