package io.gatehouse.attachments;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.util.Optional;

/**
 * Takes out of pictures what nobody sees: where they were taken, by whom, comments, whatever hangs
 * behind their end. The picture itself is not touched.
 */
public final class Stripping {

  private Stripping() {}

  /**
   * @return other kinds of files as they are; empty when the picture is broken
   */
  public static Optional<byte[]> of(final byte[] bytes, final String mime) {
    try {
      return Optional.of(
          switch (mime) {
            case FileType.JPEG -> new JpegSegments(bytes).stripped();
            case FileType.PNG -> PngChunks.stripped(bytes);
            case FileType.GIF -> new GifBlocks(bytes).stripped();
            default -> bytes;
          });
    } catch (final BufferUnderflowException
        | BufferOverflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
