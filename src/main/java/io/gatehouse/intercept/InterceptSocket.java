package io.gatehouse.intercept;

import io.gatehouse.access.Callers;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Problem;
import io.gatehouse.socket.Assembly;
import io.gatehouse.socket.NettyWire;
import io.gatehouse.socket.OverlongFrames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.websocket.WebSocketPongMessage;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket of S3.4. Its handshake needs a key (B46); from then on whatever comes is answered.
 * Everything happens on the channel's event loop, which also keeps it in order.
 */
@ServerWebSocket(value = "/ws/intercept", subprotocols = ProtocolKey.PROTOCOL)
@Secured({Caller.SENDER, Caller.OWNER, Caller.PARTICIPANT})
class InterceptSocket {

  private static final Logger LOG = LoggerFactory.getLogger(InterceptSocket.class);
  private static final String PEER = "peer";

  /** {@link OverlongFrames} lets none through that is nearly as long. */
  private static final int ANY_LENGTH = Integer.MAX_VALUE;

  /**
   * Bytes of one person's request: ten thousand characters, each escaped as a pair of surrogates.
   * Applications may send as much as over HTTP.
   */
  private static final int ONE_MESSAGE = 1 << 17;

  private final Connections connections;
  private final Connection.Desk desk;
  private final int longest;

  InterceptSocket(
      final Connections connections, final Connection.Desk desk, final Environment environment) {
    this.connections = connections;
    this.desk = desk;
    this.longest = environment.server().maxBodyBytes();
  }

  private record Peer(Connection connection, Assembly assembly) {}

  @OnOpen
  void open(final WebSocketSession session, final HttpRequest<?> request) {
    final Caller caller = Callers.of(request).orElseThrow();
    final int most = caller.bound().isPresent() ? Math.min(longest, ONE_MESSAGE) : longest;
    final Channel channel = ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
    channel.pipeline().addBefore("wsdecoder", "overlong-frames", new OverlongFrames(most));
    final var connection = new Connection(caller, new NettyWire(channel), desk);
    session.put(PEER, new Peer(connection, new Assembly(most)));
    if (!connections.admit(connection)) {
      connection.end(Ending.TOO_MANY);
    }
  }

  @OnMessage(maxPayloadLength = ANY_LENGTH)
  void receive(final WebSocketFrame frame, final WebSocketSession session) {
    final Peer peer = peer(session);
    try {
      peer.assembly().add(frame).ifPresent(whole -> hand(peer.connection(), whole));
    } catch (final RuntimeException mistake) {
      LOG.error("a frame could not be handled: {}", mistake.getClass().getName());
      peer.connection().refuse(new Problem(500, "failed", "Something went wrong here."));
    } finally {
      frame.release();
    }
  }

  private static void hand(final Connection connection, final Assembly.Whole whole) {
    switch (whole) {
      case Assembly.Whole.Text text -> connection.receive(text.bytes());
      case Assembly.Whole.Bad bad -> connection.refuse(bad.why());
    }
  }

  @OnMessage
  void pong(final WebSocketPongMessage pong, final WebSocketSession session) {
    peer(session).connection().heard();
  }

  @OnClose
  void close(final WebSocketSession session) {
    session.get(PEER, Peer.class).map(Peer::connection).ifPresent(connections::leave);
  }

  /** A peer that vanished, or one that does not speak the protocol. */
  @OnError
  void fail(final WebSocketSession session, final Throwable failure) {
    LOG.info("a connection broke: {}", failure.getClass().getName());
    session.close();
  }

  private static Peer peer(final WebSocketSession session) {
    return session.get(PEER, Peer.class).orElseThrow();
  }
}
