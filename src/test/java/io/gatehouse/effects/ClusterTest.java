package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways on one database. */
class ClusterTest {

  private static final int PATIENCE = 120;
  private static final Map<String, Object> SMALL =
      Map.of("gatehouse.effects.lane", 16, "datasources.default.maximum-pool-size", 12);

  @BeforeEach
  void empty() {
    try (Gateway gateway = new Gateway(new Provider(effect -> done()), SMALL)) {
      gateway.tables().clear();
    }
  }

  @Test
  void each_of_thousands_is_carried_out_once() throws InterruptedException {
    final int count = 3000;
    final CountDownLatch all = new CountDownLatch(count);
    final ConcurrentMap<String, AtomicInteger> times = new ConcurrentHashMap<>();
    final Provider provider =
        new Provider(
            effect -> {
              times.computeIfAbsent(name(effect), name -> new AtomicInteger()).incrementAndGet();
              all.countDown();
              return done();
            });
    try (Gateway one = new Gateway(provider, SMALL).start();
        Gateway other = new Gateway(provider, SMALL).start()) {
      for (int i = 0; i < count; i += 10) {
        final int from = i;
        (i % 20 == 0 ? one : other)
            .add(
                IntStream.range(from, from + 10)
                    .mapToObj(n -> Gateway.effect(lane(n), null, "" + n))
                    .toList());
      }
      assertThat(Provider.in(all, PATIENCE)).isTrue();
    }
    assertThat(times).hasSize(count);
    assertThat(times.values()).extracting(AtomicInteger::get).containsOnly(1);
    assertAllDone(count);
  }

  @Test
  void a_conversation_keeps_its_order_in_each_lane() throws InterruptedException {
    final int conversations = 20;
    final int each = 30;
    final CountDownLatch all = new CountDownLatch(conversations * each);
    final ConcurrentMap<String, List<String>> seen = new ConcurrentHashMap<>();
    final Provider provider =
        new Provider(
            effect -> {
              final String thread = effect.lane() + " " + effect.conversation();
              final List<String> names =
                  seen.computeIfAbsent(thread, name -> new CopyOnWriteArrayList<>());
              names.add(name(effect));
              Thread.yield();
              names.add(name(effect));
              all.countDown();
              return done();
            });
    try (Gateway one = new Gateway(provider, SMALL).start();
        Gateway other = new Gateway(provider, SMALL).start()) {
      final List<UUID> ids = IntStream.range(0, conversations).mapToObj(this::id).toList();
      for (int n = 0; n < each; n += 2) {
        for (final UUID id : ids) {
          (n % 4 == 0 ? one : other)
              .add(
                  List.of(
                      Gateway.effect(lane(id.hashCode()), id, "" + n),
                      Gateway.effect(lane(id.hashCode()), id, "" + (n + 1))));
        }
      }
      assertThat(Provider.in(all, PATIENCE)).isTrue();
    }
    // Twice each, with nothing between: none began before the one before it had ended.
    final List<String> ordered = new ArrayList<>();
    IntStream.range(0, each).forEach(n -> ordered.addAll(List.of("" + n, "" + n)));
    assertThat(seen).hasSize(conversations);
    assertThat(seen.values()).allSatisfy(names -> assertThat(names).isEqualTo(ordered));
    assertAllDone(conversations * each);
  }

  private void assertAllDone(final int count) {
    try (Gateway gateway = new Gateway(new Provider(effect -> done()), SMALL)) {
      assertThat(gateway.tables().one("select count(*) from effect where state = 'done'"))
          .isEqualTo("" + count);
      assertThat(
              gateway
                  .tables()
                  .one("select count(*) from scheduled_tasks where task_name like 'effect-%'"))
          .isEqualTo("0");
    }
  }

  private UUID id(final int n) {
    return new UUID(7, n);
  }

  private static Lane lane(final int n) {
    return n % 2 == 0 ? Lane.TWILIO : Lane.ERPNEXT;
  }

  private static String name(final Effect effect) {
    return effect.payload().getOrDefault("name", "");
  }

  private static Outcome done() {
    return new Outcome.Done("X");
  }
}
