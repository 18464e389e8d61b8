package io.gatehouse.attachments;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What stands in a buffer up to where it was written. */
final class Bytes {

  private Bytes() {}

  static byte[] written(final ByteBuffer buffer) {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
