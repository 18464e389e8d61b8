package io.gatehouse.backlog;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A note between its length and its checksum, so that one that was cut short, by a kill or a full
 * disk, is recognised.
 */
final class Frame {

  /** Length and checksum. */
  static final int HEAD = 2 * Integer.BYTES;

  /** No message is so long; a length beyond it is rubbish. */
  private static final int LONGEST = 64 << 20;

  private Frame() {}

  static byte[] around(final Note note) throws IOException {
    final byte[] body = NoteForm.write(note);
    return ByteBuffer.allocate(HEAD + body.length)
        .putInt(body.length)
        .putInt(checksum(body))
        .put(body)
        .array();
  }

  /**
   * The next body.
   *
   * @return none at the end, and where what follows is no whole frame
   */
  static Optional<byte[]> next(final DataInputStream in) throws IOException {
    try {
      final int length = in.readInt();
      final int checksum = in.readInt();
      if (length < 0 || length > LONGEST) {
        return Optional.empty();
      }
      final byte[] body = in.readNBytes(length);
      return body.length == length && checksum(body) == checksum
          ? Optional.of(body)
          : Optional.empty();
    } catch (final EOFException end) {
      return Optional.empty();
    }
  }

  private static int checksum(final byte[] body) {
    final var sum = new CRC32C();
    // Else a run of zeros, which some file systems leave behind a crash, would be whole frames.
    sum.update(1);
    sum.update(body);
    return (int) sum.getValue();
  }
}
