package io.gatehouse.stream;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import jakarta.inject.Singleton;

/** Whether the Redis that is named takes the feed. */
@Singleton
class RedisCheck implements Check {

  private final StreamHealth health;

  RedisCheck(final StreamHealth health) {
    this.health = health;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final StreamState state = health.now();
    return switch (state.standing()) {
      case DISABLED -> Finding.skipped("the feed goes into no stream: REDIS_URL is not set");
      case CONNECTED ->
          Finding.fine(
              "Redis answers; the stream holds %d entries, the last is %s"
                  .formatted(state.length(), state.lastId()));
      case DISCONNECTED ->
          new Finding(
              State.TROUBLE,
              "Redis takes nothing (%s); the feed waits for it".formatted(state.trouble()),
              "Start Redis, or correct REDIS_URL.");
    };
  }
}
