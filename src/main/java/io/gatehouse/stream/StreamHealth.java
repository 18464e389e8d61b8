package io.gatehouse.stream;

import io.gatehouse.stream.StreamState.Standing;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the stream over a connection of its own, at most once a second however many ask, and
 * keeps nobody waiting: a Redis that hangs is away.
 */
@Singleton
public class StreamHealth {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RedisLink link;
  private final String stream;
  private @Nullable StatefulRedisConnection<String, String> connection;
  private volatile StreamState seen;
  private CompletableFuture<StreamState> look;
  private long lookedAt;

  StreamHealth(final RedisLink link, final StreamSettings settings) {
    this.link = link;
    this.stream = settings.key();
    this.seen = StreamState.unseen(link.isConfigured() ? Standing.DISCONNECTED : Standing.DISABLED);
    this.look = CompletableFuture.completedFuture(seen);
    this.lookedAt = System.nanoTime() - FRESH_NANOS;
  }

  /** As it is now, or was within the last second. Comes back within half a second. */
  public StreamState now() {
    return seen.standing() == Standing.DISABLED
        ? seen
        : looking()
            .copy()
            .completeOnTimeout(seen.away("timeout"), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  private synchronized CompletableFuture<StreamState> looking() {
    final long now = System.nanoTime();
    if (look.isDone() && now - lookedAt >= FRESH_NANOS) {
      lookedAt = now;
      look =
          CompletableFuture.supplyAsync(this::look, threads)
              .exceptionally(broken -> seen.away(Refusal.code(broken)));
    }
    return look;
  }

  private StreamState look() {
    try {
      final StreamFacts facts = StreamFacts.of(open().sync(), stream);
      seen = new StreamState(Standing.CONNECTED, facts.length(), facts.last().toString(), "");
    } catch (final RedisException away) {
      seen = seen.away(Refusal.code(away));
    }
    return seen;
  }

  /** By one look at a time. */
  private StatefulRedisConnection<String, String> open() {
    if (connection == null || !connection.isOpen()) {
      connection = link.open(PATIENCE);
    }
    return connection;
  }
}
