package io.gatehouse.crowd;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection: frames go out one after the other, each text that comes in is handed over. */
final class Line implements WebSocket.Listener, AutoCloseable {

  private final Consumer<String> heard;
  private final StringBuilder part = new StringBuilder();
  private final Queue<String> waiting = new ArrayDeque<>();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private @Nullable WebSocket socket;
  private boolean sending;

  private Line(final Consumer<String> heard) {
    this.heard = heard;
  }

  /** Opens one with an access key. */
  static Line open(
      final HttpClient http, final URI address, final String key, final Consumer<String> heard) {
    final var line = new Line(heard);
    line.socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + key)
            .buildAsync(address, line)
            .join();
    return line;
  }

  boolean isOpen() {
    return open.get();
  }

  synchronized void send(final String frame) {
    waiting.add(frame);
    next();
  }

  private synchronized void next() {
    final @Nullable WebSocket to = socket;
    if (!sending && to != null && !waiting.isEmpty()) {
      sending = true;
      to.sendText(waiting.remove(), true).whenComplete((sent, failed) -> sent());
    }
  }

  private synchronized void sent() {
    sending = false;
    next();
  }

  @Override
  public @Nullable CompletionStage<?> onText(
      final WebSocket from, final CharSequence data, final boolean last) {
    part.append(data);
    if (last) {
      final String frame = part.toString();
      part.setLength(0);
      heard.accept(frame);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(
      final WebSocket from, final int code, final String reason) {
    open.set(false);
    return null;
  }

  @Override
  public void onError(final WebSocket from, final Throwable error) {
    open.set(false);
  }

  @Override
  public void close() {
    final @Nullable WebSocket closing = socket;
    if (closing != null) {
      closing.abort();
    }
  }
}
