package io.gatehouse.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real frames through the skipping and the real decoder, in pieces of any size. */
class OverlongFramesTest {

  private static final int LONGEST = 100_000;

  private final EmbeddedChannel server =
      new EmbeddedChannel(
          new OverlongFrames(LONGEST),
          new WebSocket13FrameDecoder(
              WebSocketDecoderConfig.newBuilder().maxFramePayloadLength(LONGEST).build()));
  private final Assembly assembly = new Assembly(LONGEST);

  private static ByteBuf bytes(final WebSocketFrame... frames) {
    final var client = new EmbeddedChannel(new WebSocket13FrameEncoder(true));
    final ByteBuf all = Unpooled.buffer();
    for (final WebSocketFrame frame : frames) {
      client.writeOutbound(frame);
    }
    for (ByteBuf part = client.readOutbound(); part != null; part = client.readOutbound()) {
      all.writeBytes(part);
    }
    return all;
  }

  /** What is heard when so many bytes come at a time: texts, and the codes of refusals. */
  private List<String> heard(final ByteBuf bytes, final int atATime) {
    final List<String> heard = new ArrayList<>();
    while (bytes.isReadable()) {
      server.writeInbound(bytes.readBytes(Math.min(atATime, bytes.readableBytes())));
      for (Object frame = server.readInbound(); frame != null; frame = server.readInbound()) {
        assembly.add((WebSocketFrame) frame).map(OverlongFramesTest::told).ifPresent(heard::add);
      }
    }
    return heard;
  }

  private static String told(final Assembly.Whole whole) {
    return switch (whole) {
      case Assembly.Whole.Text text -> new String(text.bytes(), UTF_8);
      case Assembly.Whole.Bad bad -> bad.why().code();
    };
  }

  private static TextWebSocketFrame text(final int length) {
    return new TextWebSocketFrame("x".repeat(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000, 65_536, 1 << 20})
  void what_is_too_long_is_skipped_and_the_rest_is_whole(final int atATime) {
    final ByteBuf bytes =
        bytes(
            new TextWebSocketFrame("a"),
            text(LONGEST + 1),
            new TextWebSocketFrame("b"),
            new TextWebSocketFrame(""),
            text(200),
            new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[300_000])),
            text(LONGEST),
            new TextWebSocketFrame("c"));
    assertThat(heard(bytes, atATime))
        .containsExactly(
            "a", "too_long", "b", "", "x".repeat(200), "too_long", "x".repeat(LONGEST), "c");
    assertThat(server.isOpen()).isTrue();
  }

  @Test
  void an_overlong_fragment_spoils_its_own_message_alone() {
    final String part = "x".repeat(LONGEST + 5);
    assertThat(
            heard(
                bytes(
                    new TextWebSocketFrame(false, 0, "a"),
                    new ContinuationWebSocketFrame(false, 0, part),
                    new ContinuationWebSocketFrame(true, 0, "c"),
                    new TextWebSocketFrame(false, 0, part),
                    new ContinuationWebSocketFrame(true, 0, "c"),
                    new TextWebSocketFrame(false, 0, "d"),
                    new ContinuationWebSocketFrame(true, 0, "e")),
                4_096))
        .containsExactly("too_long", "too_long", "de");
  }

  @Test
  void pieces_of_chance_change_nothing() {
    final var random = new Random(1);
    final var frames = new WebSocketFrame[60];
    final List<String> expected = new ArrayList<>();
    for (int i = 0; i < frames.length; i++) {
      final int length = random.nextInt(3) == 0 ? LONGEST + random.nextInt(9) : random.nextInt(300);
      frames[i] = text(length);
      expected.add(length > LONGEST ? "too_long" : "x".repeat(length));
    }
    final ByteBuf bytes = bytes(frames);
    final List<String> heard = new ArrayList<>();
    while (bytes.isReadable()) {
      final int now = Math.min(1 + random.nextInt(5_000), bytes.readableBytes());
      heard.addAll(heard(bytes.readSlice(now), now));
    }
    assertThat(heard).containsExactlyElementsOf(expected);
  }
}
