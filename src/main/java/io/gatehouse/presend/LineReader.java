package io.gatehouse.presend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits bytes into lines without ever holding more than the cap of one. Blank lines are left out.
 */
final class LineReader {

  private static final int BUFFER = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int cap;
  private long number;

  LineReader(final InputStream in, final int cap) {
    this.in = new BufferedInputStream(in, BUFFER);
    this.cap = cap;
  }

  /** The next line, or empty at the end of the input. */
  Optional<Line> next() throws IOException {
    for (int first = start(); first >= 0; first = in.read()) {
      number++;
      final Line line = line(first);
      if (!(line instanceof final Line.Whole whole) || !isBlank(whole.bytes())) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** Some editors open a UTF-8 file with a mark that is no part of its first line. */
  private int start() throws IOException {
    if (number == 0) {
      in.mark(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        in.reset();
      }
    }
    return in.read();
  }

  private Line line(final int first) throws IOException {
    final var bytes = new ByteArrayOutputStream();
    boolean whole = true;
    for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
      whole &= bytes.size() < cap;
      if (whole) {
        bytes.write(next);
      }
    }
    return whole ? new Line.Whole(number, bytes.toByteArray()) : new Line.TooLong(number, cap);
  }

  private static boolean isBlank(final byte[] bytes) {
    for (final byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
