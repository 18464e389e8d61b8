package io.gatehouse.attachments;

import java.nio.ByteBuffer;

/**
 * The blocks of a GIF (GIF89a, sections 17 to 27): pictures and how they follow each other are
 * kept, comments, texts, what applications added and what stands behind the end are not.
 */
final class GifBlocks {

  private static final int HEADER_AND_SCREEN = 13;
  private static final int FLAGS_OF_SCREEN = 10;
  private static final int DESCRIPTOR = 10;
  private static final int FLAGS_OF_PICTURE = 9;
  private static final int EXTENSION = 0x21;
  private static final int CONTROL = 0xF9;
  private static final int PICTURE = 0x2C;
  private static final int END = 0x3B;

  private final ByteBuffer in;
  private final ByteBuffer out;

  GifBlocks(final byte[] gif) {
    this.in = ByteBuffer.wrap(gif);
    this.out = ByteBuffer.allocate(gif.length + 1);
  }

  byte[] stripped() {
    copy(HEADER_AND_SCREEN);
    copy(colors(in.get(FLAGS_OF_SCREEN)));
    while (in.hasRemaining()) {
      final int kind = in.get(in.position()) & 0xFF;
      switch (kind) {
        case PICTURE -> picture();
        case EXTENSION -> extension();
        case END -> {
          return ended();
        }
        default -> throw new IllegalArgumentException("no block begins so");
      }
    }
    return ended();
  }

  private byte[] ended() {
    out.put((byte) END);
    return Bytes.written(out);
  }

  private void picture() {
    final byte flags = in.get(in.position() + FLAGS_OF_PICTURE);
    copy(DESCRIPTOR);
    copy(colors(flags) + 1);
    pieces(true);
  }

  /** Of the extensions only the one that says how long a frame is shown and what is transparent. */
  private void extension() {
    final boolean kept = (in.get(in.position() + 1) & 0xFF) == CONTROL;
    if (kept) {
      copy(2);
    } else {
      in.position(in.position() + 2);
    }
    pieces(kept);
  }

  private void pieces(final boolean kept) {
    int length = 1;
    while (length > 0) {
      length = in.get(in.position()) & 0xFF;
      final byte[] piece = new byte[length + 1];
      in.get(piece);
      if (kept) {
        out.put(piece);
      }
    }
  }

  private void copy(final int length) {
    final byte[] part = new byte[length];
    in.get(part);
    out.put(part);
  }

  /** The length of the table of colours that the flags announce. */
  private static int colors(final byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
  }
}
