package io.gatehouse.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket on the server's own channel: the framework's session can neither stop reading nor say
 * how much is unsent.
 */
public final class NettyWire implements Wire {

  /** How long a peer may take to hear why it is closed. */
  private static final int LAST_WORDS_SECONDS = 2;

  /** Bytes that are not kept back for company. */
  private static final int FULL_PACKET = 1 << 16;

  private final Channel channel;
  private long unread;
  private boolean flushing;

  public NettyWire(final Channel channel) {
    this.channel = channel;
  }

  @Override
  public void send(final String text) {
    final ByteBuf bytes = ByteBufUtil.writeUtf8(channel.alloc(), text);
    final int size = bytes.readableBytes();
    unread += size;
    channel.write(new TextWebSocketFrame(bytes)).addListener(sent -> unread -= size);
    if (unread >= FULL_PACKET) {
      channel.flush();
    } else if (!flushing) {
      flushing = true;
      later(this::flush);
    }
  }

  /** What was answered in one turn of the event loop leaves together. */
  private void flush() {
    flushing = false;
    channel.flush();
  }

  @Override
  public long unread() {
    return unread;
  }

  @Override
  public void ping() {
    channel.writeAndFlush(new PingWebSocketFrame());
  }

  @Override
  public void reading(final boolean on) {
    channel.config().setAutoRead(on);
  }

  @Override
  public void close(final int code, final String reason) {
    channel
        .writeAndFlush(new CloseWebSocketFrame(code, reason))
        .addListener(ChannelFutureListener.CLOSE);
    channel.eventLoop().schedule(() -> channel.close(), LAST_WORDS_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void later(final Runnable task) {
    channel.eventLoop().execute(task);
  }
}
