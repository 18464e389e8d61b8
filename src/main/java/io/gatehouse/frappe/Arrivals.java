package io.gatehouse.frappe;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a delivery that was provoked, to see that a site's webhooks arrive here with a right
 * signature. Known by a word in its body; while nobody waits, bodies are not looked into.
 */
@Singleton
public final class Arrivals {

  private final Map<String, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();

  /** How a delivery that was waited for came. */
  public enum Arrival {
    PROVED,
    WRONG_SIGNATURE,
    /** Not in time, or at another instance of this gateway. */
    NONE
  }

  /** Somebody waits for a delivery, from now on and until it is closed. */
  public final class Watch implements AutoCloseable {

    private final String word;
    private final CompletableFuture<Boolean> seen = new CompletableFuture<>();

    private Watch(final String word) {
      this.word = word;
      awaited.put(word, seen);
    }

    public Arrival await(final Duration patience) {
      try {
        return seen.get(patience.toMillis(), TimeUnit.MILLISECONDS)
            ? Arrival.PROVED
            : Arrival.WRONG_SIGNATURE;
      } catch (final TimeoutException | ExecutionException none) {
        return Arrival.NONE;
      } catch (final InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return Arrival.NONE;
      }
    }

    @Override
    public void close() {
      awaited.remove(word);
    }
  }

  /**
   * @param word of ASCII letters and digits, which every serialisation leaves as they are
   */
  public Watch watch(final String word) {
    return new Watch(word);
  }

  void arrived(final byte[] body, final boolean proved) {
    if (!awaited.isEmpty()) {
      final String text = new String(body, StandardCharsets.ISO_8859_1);
      awaited.forEach(
          (word, seen) -> {
            if (text.contains(word)) {
              seen.complete(proved);
            }
          });
    }
  }
}
