package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many connections, and one that does not read. */
@GatehouseTest
@Property(name = "gatehouse.intercept.connections-per-key", value = "1000")
@Property(name = "gatehouse.intercept.rates.connection-burst", value = "10000000")
@Property(name = "gatehouse.intercept.rates.key-burst", value = "10000000")
class CrowdTest {

  private static final int MANY = 1_000;

  private final EmbeddedServer server;
  private final Keys keys;
  private final ConnectionCount count;
  private final Upkeep upkeep;

  CrowdTest(
      final EmbeddedServer server,
      final Keys keys,
      final ConnectionCount count,
      final Upkeep upkeep) {
    this.server = server;
    this.keys = keys;
    this.count = count;
    this.upkeep = upkeep;
  }

  @Test
  void a_thousand_connections_are_held_and_one_more_is_told_so() {
    final String key = keys.with(Caller.SENDER);
    final List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      peers.add(Peer.with(server, key));
    }
    peers.forEach(peer -> peer.say("{\"type\":\"ping\"}"));
    assertThat(peers).allSatisfy(peer -> assertThat(peer.hear()).contains("pong"));
    assertThat(count.open()).isEqualTo(MANY);
    try (Peer more = Peer.with(server, key);
        Peer other = Peer.with(server, keys.with(Caller.SENDER))) {
      assertThat(more.closeCode()).isEqualTo(4429);
      assertThat(other.ask("{\"type\":\"ping\"}")).contains("pong");
    }
    upkeep.beat();
    assertThat(peers).allSatisfy(Peer::awaitPing);
    peers.forEach(Peer::close);
  }

  @Test
  void a_peer_that_does_not_read_is_closed_and_others_are_answered() throws IOException {
    final String key = keys.with(Caller.SENDER);
    try (Socket deaf = handshake(key);
        Peer other = Peer.with(server, key)) {
      assertThat(flood(deaf)).isLessThan(1L << 30);
      assertThat(other.ask("{\"type\":\"ping\"}")).contains("pong");
    }
  }

  /** Sends until the server hangs up, and returns how many bytes it took until then. */
  private static long flood(final Socket socket) throws IOException {
    final byte[] frame = masked("{\"type\":\"ping\",\"request_id\":\"" + "x".repeat(150) + "\"}");
    final OutputStream out = socket.getOutputStream();
    long sent = 0;
    try {
      while (sent < 1L << 30) {
        out.write(frame);
        sent += frame.length;
      }
    } catch (final SocketException hungUp) {
      return sent;
    }
    return sent;
  }

  /** RFC 6455 §5.2 with a mask of zeroes, for 126 to 65,535 bytes. */
  private static byte[] masked(final String text) {
    final byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    final byte[] frame = new byte[payload.length + 8];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | 126);
    frame[2] = (byte) (payload.length >> 8);
    frame[3] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 8, payload.length);
    return frame;
  }

  private Socket handshake(final String key) throws IOException {
    final var socket = new Socket("localhost", server.getPort());
    socket
        .getOutputStream()
        .write(
            """
            GET /ws/intercept HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Extensions: permessage-deflate\r
            Authorization: Bearer %s\r
            \r
            """
                .formatted(key)
                .getBytes(StandardCharsets.US_ASCII));
    final String head = head(socket.getInputStream());
    assertThat(head).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("permessage-deflate");
    return socket;
  }

  private static String head(final InputStream in) throws IOException {
    final var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    return head.toString();
  }
}
