package io.gatehouse.intercept;

import io.gatehouse.frames.Reply;
import io.gatehouse.frames.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Whoever types asks faster than anybody needs to know: of one person in one thread a single text
 * is looked at at a time, and only the newest is answered. Confined to one thread.
 */
final class LatestPreviews {

  private final Map<Writing, Request.Preview> newest = new HashMap<>();
  private final BiConsumer<Request.Preview, Consumer<String>> look;
  private final Consumer<String> tell;

  private record Writing(String thread, String user) {}

  /**
   * @param look hands the answer to its second argument, later and on the same thread
   */
  LatestPreviews(
      final BiConsumer<Request.Preview, Consumer<String>> look, final Consumer<String> tell) {
    this.look = look;
    this.tell = tell;
  }

  void ask(final Request.Preview request) {
    final var writing = new Writing(request.message().thread(), request.message().user());
    final Request.Preview older = newest.put(writing, request);
    if (older == null) {
      start(writing, request);
    } else {
      tell.accept(Reply.superseded(older));
    }
  }

  private void start(final Writing writing, final Request.Preview request) {
    look.accept(request, answer -> finish(writing, request, answer));
  }

  @SuppressWarnings("ReferenceEquality") // Two equal requests are two requests.
  private void finish(final Writing writing, final Request.Preview asked, final String answer) {
    final Request.Preview now = newest.getOrDefault(writing, asked);
    if (now == asked) {
      newest.remove(writing);
      tell.accept(answer);
    } else {
      start(writing, now);
    }
  }
}
