package io.gatehouse.intercept;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A chat application at the other end of a real socket. */
final class Peer implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PATIENCE_SECONDS = 20;

  final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<Boolean> pinged = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<WebSocket> socket;

  private Peer(final WebSocket.Builder builder, final URI uri) {
    this.socket = builder.buildAsync(uri, this);
  }

  /** Connects with a key in a header. */
  static Peer with(final EmbeddedServer server, final String key) {
    return new Peer(
        CLIENT.newWebSocketBuilder().header("Authorization", "Bearer " + key), uri(server));
  }

  /** Connects as a browser does. */
  static Peer browser(final EmbeddedServer server, final String key) {
    return new Peer(CLIENT.newWebSocketBuilder().subprotocols("gatehouse.v1", key), uri(server));
  }

  static Peer keyless(final EmbeddedServer server) {
    return new Peer(CLIENT.newWebSocketBuilder(), uri(server));
  }

  private static URI uri(final EmbeddedServer server) {
    return URI.create("ws://localhost:" + server.getPort() + "/ws/intercept");
  }

  WebSocket socket() {
    return socket.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** The status that a handshake was refused with. */
  int refusal() {
    final Throwable why = socket.handle((opened, failure) -> failure.getCause()).join();
    return why instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : -1;
  }

  Peer say(final String text) {
    socket().sendText(text, true).join();
    return this;
  }

  /** The next answer. */
  String hear() {
    try {
      final String next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was answered");
      }
      return next;
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  String ask(final String text) {
    return say(text).hear();
  }

  void awaitPing() {
    pinged.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  int closeCode() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(
      final WebSocket its, final CharSequence data, final boolean last) {
    part.append(data);
    if (last) {
      told.add(part.toString());
      part.setLength(0);
    }
    its.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(final WebSocket its, final ByteBuffer message) {
    pinged.complete(true);
    its.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(
      final WebSocket its, final int code, final String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(final WebSocket its, final Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    if (socket.isDone() && !socket.isCompletedExceptionally()) {
      socket().abort();
    }
  }
}
