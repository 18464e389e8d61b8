package io.gatehouse.socket;

import io.gatehouse.base.Problem;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Puts the fragments of one message together (RFC 6455 §5.4), and no more of them than we read.
 * Confined to one thread.
 */
public final class Assembly {

  private final int longest;
  private ByteArrayOutputStream parts = new ByteArrayOutputStream();
  private boolean binary;
  private boolean overlong;

  /** A message that is complete. */
  public sealed interface Whole {

    record Text(byte[] bytes) implements Whole {}

    record Bad(Problem why) implements Whole {}
  }

  public Assembly(final int longest) {
    this.longest = longest;
  }

  /** Empty while more is to come. */
  public Optional<Whole> add(final WebSocketFrame frame) {
    if (frame instanceof OverlongFrames.Notice) {
      overlong = true;
      return Optional.empty();
    }
    binary |= frame instanceof BinaryWebSocketFrame;
    overlong |= parts.size() + frame.content().readableBytes() > longest;
    if (!overlong && !binary) {
      parts.writeBytes(ByteBufUtil.getBytes(frame.content()));
    }
    return frame.isFinalFragment() ? Optional.of(finish()) : Optional.empty();
  }

  private Whole finish() {
    final Whole whole = whole();
    parts = new ByteArrayOutputStream();
    binary = false;
    overlong = false;
    return whole;
  }

  private Whole whole() {
    if (overlong) {
      return new Whole.Bad(
          new Problem(413, "too_long", "A request has at most " + longest + " bytes."));
    }
    return binary
        ? new Whole.Bad(Problem.badRequest("binary", "Requests are text, not binary."))
        : new Whole.Text(parts.toByteArray());
  }
}
