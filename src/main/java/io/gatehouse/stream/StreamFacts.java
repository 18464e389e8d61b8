package io.gatehouse.stream;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;

/**
 * A stream at a glance.
 *
 * @param length how many entries it holds
 * @param last the greatest id it ever gave, also where that entry is gone
 */
record StreamFacts(long length, StreamId last) {

  private static final StreamFacts NOTHING = new StreamFacts(0, StreamId.NONE);

  static StreamFacts of(final RedisCommands<String, String> redis, final String stream) {
    try {
      return read(redis.xinfoStream(stream));
    } catch (final RedisCommandExecutionException refused) {
      if (String.valueOf(refused.getMessage()).startsWith("ERR no such key")) {
        return NOTHING;
      }
      throw refused;
    }
  }

  /** Names and values take turns. */
  private static StreamFacts read(final List<Object> told) {
    long length = 0;
    StreamId last = StreamId.NONE;
    for (int i = 0; i + 1 < told.size(); i += 2) {
      switch (String.valueOf(told.get(i))) {
        case "length" -> length = Long.parseLong(String.valueOf(told.get(i + 1)));
        case "last-generated-id" -> last = StreamId.of(String.valueOf(told.get(i + 1)));
        default -> {}
      }
    }
    return new StreamFacts(length, last);
  }
}
