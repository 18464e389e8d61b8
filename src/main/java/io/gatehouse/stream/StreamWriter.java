package io.gatehouse.stream;

import io.gatehouse.feed.Item;
import io.gatehouse.feed.Place;
import io.gatehouse.stream.Numbering.Base;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.Range;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries to the stream, each once. Whatever became of an earlier try, also of one whose
 * answer was lost or that Redis reads only later: what is there is not added again, and what is
 * added comes in together or not at all. One thread at a time.
 */
@Singleton
class StreamWriter {

  /** For each answer; a Redis that needs longer is as good as away. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How often others may write between our look and our write before this is left for later. */
  private static final int TRIES = 10;

  private final RedisLink link;
  private final Numbering numbering;
  private final Fields fields;
  private final StreamSettings settings;
  private @Nullable StatefulRedisConnection<String, String> connection;

  StreamWriter(
      final RedisLink link,
      final Numbering numbering,
      final Fields fields,
      final StreamSettings settings) {
    this.link = link;
    this.numbering = numbering;
    this.fields = fields;
    this.settings = settings;
  }

  /** Items of one era and a base to number them from. */
  private record Batch(List<Item> items, Base base) {}

  /**
   * @param items of one era, oldest first
   * @throws io.lettuce.core.RedisException when none of those that were not there came in, or
   *     nobody knows
   */
  void write(final List<Item> items) {
    try {
      write(items, open());
    } catch (final RuntimeException failed) {
      hangUp();
      throw failed;
    }
  }

  private void write(final List<Item> items, final StatefulRedisConnection<String, String> open) {
    for (int tries = 0; tries < TRIES; tries++) {
      open.sync().watch(settings.key());
      final Batch missing = missing(items, open.sync());
      if (missing.items().isEmpty()) {
        open.sync().unwatch();
        return;
      }
      if (add(missing, open.async())) {
        return;
      }
    }
    throw new RedisBusyException("BUSY others write all the time");
  }

  /** Forgets the connection; what it is still carrying may yet arrive, and is then seen. */
  private void hangUp() {
    if (connection != null) {
      connection.closeAsync();
      connection = null;
    }
  }

  private StatefulRedisConnection<String, String> open() {
    if (connection == null || !connection.isOpen()) {
      hangUp();
      connection = link.open(PATIENCE);
    }
    return connection;
  }

  /** Ids only grow: if the last that may be there is, so are those before it. */
  private Batch missing(final List<Item> items, final RedisCommands<String, String> redis) {
    final StreamId last = StreamFacts.of(redis, settings.key()).last();
    final Place first = items.getFirst().place();
    final Base base = numbering.of(first).orElseGet(() -> numbering.above(last, first));
    final List<Item> old =
        items.stream().takeWhile(item -> base.id(item).compareTo(last) <= 0).toList();
    return old.isEmpty() || isThere(old.getLast(), base, redis)
        ? new Batch(items.subList(old.size(), items.size()), base)
        : new Batch(items, numbering.above(last, first));
  }

  private boolean isThere(
      final Item item, final Base base, final RedisCommands<String, String> redis) {
    final String id = base.id(item).toString();
    return redis.xrange(settings.key(), Range.create(id, id)).stream()
        .anyMatch(entry -> item.id().toString().equals(entry.getBody().get(Fields.ID)));
  }

  /**
   * @return whether they came in; nothing did when somebody else has written meanwhile
   */
  private boolean add(final Batch batch, final RedisAsyncCommands<String, String> redis) {
    redis.multi();
    final List<RedisFuture<String>> added =
        batch.items().stream().map(item -> add(item, batch.base(), redis)).toList();
    final RedisFuture<TransactionResult> all = redis.exec();
    try {
      final TransactionResult result =
          LettuceFutures.awaitOrCancel(all, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Refusal.demandNone(result);
      return !result.wasDiscarded();
    } catch (final RedisCommandExecutionException aborted) {
      // Why is known to the command that was refused, not to the transaction it was part of.
      throw Refusal.first(added).orElse(aborted);
    }
  }

  private RedisFuture<String> add(
      final Item item, final Base base, final RedisAsyncCommands<String, String> redis) {
    final var how =
        XAddArgs.Builder.maxlen(settings.length())
            .approximateTrimming()
            .id(base.id(item).toString());
    return redis.xadd(settings.key(), how, fields.of(item));
  }
}
