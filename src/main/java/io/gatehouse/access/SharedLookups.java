package io.gatehouse.access;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks a thing up once for all who ask at the same time: a thousand browsers that come back
 * together must not take every connection of the database. Nobody is told what was read before he
 * asked, so that what is taken away counts from the next question on.
 */
final class SharedLookups<K, V> {

  private final Map<K, Turn<V>> turns = new HashMap<>();
  private final Function<K, V> look;
  private final Executor executor;

  /** One look that is under way, and the one after it if somebody waits for it. */
  private static final class Turn<V> {
    private @Nullable CompletableFuture<V> next;
  }

  SharedLookups(final Function<K, V> look, final Executor executor) {
    this.look = look;
    this.executor = executor;
  }

  synchronized CompletableFuture<V> get(final K key) {
    final Turn<V> turn = turns.get(key);
    if (turn == null) {
      turns.put(key, new Turn<>());
      return start(key, new CompletableFuture<>());
    }
    if (turn.next == null) {
      turn.next = new CompletableFuture<>();
    }
    return turn.next;
  }

  private CompletableFuture<V> start(final K key, final CompletableFuture<V> answer) {
    executor.execute(
        () -> {
          final CompletableFuture<V> looked =
              CompletableFuture.completedFuture(key).thenApply(look);
          goOn(key);
          looked.whenComplete(
              (value, failure) -> {
                if (failure == null) {
                  answer.complete(value);
                } else {
                  answer.completeExceptionally(failure);
                }
              });
        });
    return answer;
  }

  private synchronized void goOn(final K key) {
    final Turn<V> turn = turns.remove(key);
    if (turn != null && turn.next != null) {
      turns.put(key, new Turn<>());
      start(key, turn.next);
    }
  }
}
