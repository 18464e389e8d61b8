package io.gatehouse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.doctor.Check.Finding;
import io.gatehouse.doctor.Check.State;
import io.gatehouse.environment.EnvironmentReader;
import io.gatehouse.stream.StreamState.Standing;
import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import io.gatehouse.testkit.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamHealthTest {

  private static final StreamSettings SETTINGS = new StreamSettings("cis:messages", 100_000);

  private final List<RedisLink> links = new ArrayList<>();

  @AfterEach
  void leave() {
    links.forEach(RedisLink::close);
  }

  @Test
  void where_no_redis_is_named_there_is_nothing_to_look_at() {
    final StreamHealth health = health(Map.of());
    assertThat(health.now()).isEqualTo(StreamState.unseen(Standing.DISABLED));
    assertThat(check(health).state()).isEqualTo(State.SKIPPED);
  }

  @Test
  @Needs(Part.REDIS)
  void length_and_last_id_are_those_of_the_stream() {
    try (RedisServer server = new RedisServer();
        StreamReader reader = new StreamReader(server.url())) {
      assertThat(health(Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "" + server.port())).now())
          .isEqualTo(new StreamState(Standing.CONNECTED, 0, "0-0", ""));
      final String id = reader.redis().xadd("cis:messages", Map.of("a", "b"));
      final StreamHealth health = health(Map.of("REDIS_URL", server.url()));
      assertThat(health.now()).isEqualTo(new StreamState(Standing.CONNECTED, 1, id, ""));
      assertThat(check(health).detail()).contains("1 entries", id);
    }
  }

  /** S3.17 is asked by who would kill what does not answer. */
  @Test
  @Needs(Part.REDIS)
  void a_redis_that_hangs_keeps_nobody_waiting() {
    try (RedisServer server = new RedisServer()) {
      final StreamHealth health = health(Map.of("REDIS_URL", server.url()));
      server.hang();
      final long start = System.nanoTime();
      assertThat(health.now().standing()).isEqualTo(Standing.DISCONNECTED);
      assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
      assertThat(check(health).detail()).contains("timeout");
      server.goOn();
      assertThat(awaited(health, Standing.CONNECTED)).isTrue();
      server.kill();
      assertThat(awaited(health, Standing.DISCONNECTED)).isTrue();
    }
  }

  @Test
  @Needs(Part.REDIS)
  void a_redis_that_lets_nobody_in_says_so() {
    try (RedisServer server = new RedisServer("--requirepass", "open sesame")) {
      final String address = "127.0.0.1:" + server.port();
      assertThat(health(Map.of("REDIS_URL", "redis://" + address)).now().trouble())
          .isEqualTo("noauth");
      final StreamHealth wrong = health(Map.of("REDIS_URL", "redis://:x@" + address));
      assertThat(wrong.now().trouble()).isEqualTo("wrongpass");
      assertThat(check(wrong).state()).isEqualTo(State.TROUBLE);
      assertThat(health(Map.of("REDIS_URL", "redis://:open%20sesame@" + address)).now().standing())
          .isEqualTo(Standing.CONNECTED);
      assertThat(
              health(Map.of("REDIS_URL", "redis://default:open%20sesame@" + address + "/3"))
                  .now()
                  .standing())
          .isEqualTo(Standing.CONNECTED);
    }
  }

  /** What is seen may be a second old. */
  private static boolean awaited(final StreamHealth health, final Standing standing) {
    final long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end) {
      if (health.now().standing() == standing) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private static Finding check(final StreamHealth health) {
    return new RedisCheck(health).look(OrganizationId.DEFAULT);
  }

  private StreamHealth health(final Map<String, String> variables) {
    final var environment = new EnvironmentReader(variables).read(any -> new Secret("kept"));
    final RedisLink link = new RedisLink(environment);
    links.add(link);
    return new StreamHealth(link, SETTINGS);
  }
}
