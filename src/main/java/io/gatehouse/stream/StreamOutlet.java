package io.gatehouse.stream;

import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.feed.Outlet;
import io.lettuce.core.RedisException;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the feed of all organizations over to the stream. */
@Singleton
class StreamOutlet implements Outlet {

  private static final Logger LOG = LoggerFactory.getLogger(StreamOutlet.class);
  private static final String FINE = "";

  private final StreamWriter writer;
  private final RedisLink link;
  private final StreamSettings settings;
  private String trouble = FINE;

  StreamOutlet(final StreamWriter writer, final RedisLink link, final StreamSettings settings) {
    this.writer = writer;
    this.link = link;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public String target() {
    return link.shown() + " " + settings.key();
  }

  /** Whoever adds a Redis wants every message in it that there is (S3.16). */
  @Override
  public boolean wantsPast() {
    return true;
  }

  @Override
  public synchronized Handed hand(final List<Item> items) {
    int arrived = 0;
    try {
      while (arrived < items.size()) {
        final List<Item> next = ofOneEra(items.subList(arrived, items.size()));
        writer.write(next);
        arrived += next.size();
      }
      tell(FINE);
      return Handed.all(arrived);
    } catch (final RedisException failed) {
      final String code = Refusal.code(failed);
      tell(code);
      return Handed.only(arrived, code);
    }
  }

  private static List<Item> ofOneEra(final List<Item> items) {
    final long era = items.getFirst().place().era();
    return items.stream().takeWhile(item -> item.place().era() == era).toList();
  }

  /** Once for each change, however often it is tried. */
  private void tell(final String code) {
    if (!code.equals(trouble)) {
      trouble = code;
      if (code.equals(FINE)) {
        LOG.info("Redis takes the feed again.");
      } else {
        LOG.warn("Redis at {} takes nothing ({}); the feed waits for it.", link.shown(), code);
      }
    }
  }
}
