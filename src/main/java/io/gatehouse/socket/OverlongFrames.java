package io.gatehouse.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.List;

/**
 * Skips the payload of frames that are longer than we read, before the WebSocket's own decoder
 * collects it in memory or ends the connection over it: an empty frame goes on in its place, with a
 * {@link Notice} ahead of it (RFC 6455 §5.2).
 */
public final class OverlongFrames extends ByteToMessageDecoder {

  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;
  private static final int SHORTEST_HEAD = 2;
  private static final int LENGTH_OF_16_BITS = 126;
  private static final int LENGTH_OF_64_BITS = 127;

  private final int longest;
  private long left;
  private boolean skipping;

  /** Says that the frame behind it was longer than we read. */
  static final class Notice extends BinaryWebSocketFrame {}

  /**
   * @param longest bytes of a payload that is still read
   */
  public OverlongFrames(final int longest) {
    this.longest = longest;
  }

  @Override
  protected void decode(
      final ChannelHandlerContext context, final ByteBuf in, final List<Object> out) {
    if (left == 0 && !begin(in, out)) {
      return;
    }
    final int now = (int) Math.min(left, in.readableBytes());
    left -= now;
    if (skipping) {
      in.skipBytes(now);
    } else if (now > 0) {
      out.add(in.readRetainedSlice(now));
    }
  }

  /** Reads the head of a frame; false while it is not whole. */
  private boolean begin(final ByteBuf in, final List<Object> out) {
    if (in.readableBytes() < SHORTEST_HEAD || in.readableBytes() < head(in)) {
      return false;
    }
    final int head = head(in);
    final long payload = payload(in);
    skipping = payload < 0 || payload > longest;
    if (skipping) {
      out.add(new Notice());
      out.add(emptied(in));
      in.skipBytes(head);
      left = Math.max(0, payload);
    } else {
      left = head + payload;
    }
    return true;
  }

  private static int head(final ByteBuf in) {
    final int second = in.getUnsignedByte(in.readerIndex() + 1);
    final int more =
        switch (second & ~MASKED) {
          case LENGTH_OF_16_BITS -> Short.BYTES;
          case LENGTH_OF_64_BITS -> Long.BYTES;
          default -> 0;
        };
    return SHORTEST_HEAD + more + ((second & MASKED) == 0 ? 0 : MASK_BYTES);
  }

  private static long payload(final ByteBuf in) {
    final int at = in.readerIndex();
    final int length = in.getUnsignedByte(at + 1) & ~MASKED;
    return switch (length) {
      case LENGTH_OF_16_BITS -> in.getUnsignedShort(at + SHORTEST_HEAD);
      case LENGTH_OF_64_BITS -> in.getLong(at + SHORTEST_HEAD);
      default -> length;
    };
  }

  /** The same frame without its payload. */
  private static ByteBuf emptied(final ByteBuf in) {
    final int first = in.getByte(in.readerIndex());
    final int masked = in.getByte(in.readerIndex() + 1) & MASKED;
    final ByteBuf empty = in.alloc().buffer(SHORTEST_HEAD + MASK_BYTES);
    empty.writeByte(first).writeByte(masked);
    return masked == 0 ? empty : empty.writeInt(0);
  }
}
