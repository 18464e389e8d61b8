package io.gatehouse.stream;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Map;

/** The stream as the next stage sees it, with a connection that is mended by itself. */
final class StreamReader implements AutoCloseable {

  private static final String STREAM = "cis:messages";

  private final RedisClient client;
  private final RedisCommands<String, String> redis;

  StreamReader(final String url) {
    this.client = RedisClient.create(url);
    this.redis = client.connect().sync();
  }

  /** For whatever else a test wants done to Redis. */
  RedisCommands<String, String> redis() {
    return redis;
  }

  List<Map<String, String>> entries() {
    return redis.xrange(STREAM, Range.unbounded(), Limit.unlimited()).stream()
        .map(StreamMessage::getBody)
        .toList();
  }

  List<String> all(final String field) {
    return entries().stream().map(entry -> entry.getOrDefault(field, "")).toList();
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
