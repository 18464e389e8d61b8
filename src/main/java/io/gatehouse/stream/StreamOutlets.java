package io.gatehouse.stream;

import io.gatehouse.feed.Outlet;
import io.gatehouse.feed.Outlets;
import jakarta.inject.Singleton;
import java.util.List;

/** There is a stream where a Redis is named (B45). */
@Singleton
class StreamOutlets implements Outlets {

  private final List<Outlet> open;

  StreamOutlets(final StreamOutlet stream, final RedisLink link) {
    this.open = link.isConfigured() ? List.of(stream) : List.of();
  }

  @Override
  public List<Outlet> open() {
    return open;
  }
}
