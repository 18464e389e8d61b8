package io.gatehouse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import io.gatehouse.testkit.RedisServer;
import io.lettuce.core.XAddArgs;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The feed in a real Redis, which fails in every way a Redis does (S3.16, B45). */
@GatehouseTest
@Needs(Part.REDIS)
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "gatehouse.stream.length", value = "10000")
class StreamOutletTest implements TestPropertyProvider {

  private static final int LAST = 2_000;

  private final RedisServer server = new RedisServer();
  private final StreamReader reader = new StreamReader(server.url());

  @Inject StreamOutlet outlet;
  @Inject StreamOutlets outlets;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("env.REDIS_URL", server.url());
  }

  @BeforeEach
  void empty() {
    reader.redis().flushall();
  }

  @AfterAll
  void leave() {
    reader.close();
    server.close();
  }

  @Test
  void an_entry_is_flat_texts_and_what_is_more_is_json() {
    hand(
        List.of(
            Items.with(
                1,
                7,
                Map.of(
                    "message_id",
                    "m1",
                    "risk_score",
                    0.75,
                    "truncated",
                    false,
                    "content",
                    "call me \"now\" é",
                    "intercept_result",
                    Map.of("labels", List.of("contact_info_phone"))))));
    assertThat(reader.entries())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry)
                    .containsEntry("id", "00000000-0000-0001-0000-000000000007")
                    .containsEntry("type", "message.decided")
                    .containsEntry("organization", "default")
                    .containsEntry("message_id", "m1")
                    .containsEntry("content", "call me \"now\" é")
                    .containsEntry("intercept_result", "{\"labels\":[\"contact_info_phone\"]}")
                    .containsEntry("risk_score", "0.75")
                    .containsEntry("truncated", "false"));
    assertThat(outlets.open()).containsExactly(outlet);
  }

  @Test
  void what_is_there_is_not_added_again_however_it_is_cut() {
    hand(Items.of(1, 1, 10));
    hand(Items.of(1, 1, 10));
    hand(Items.of(1, 4, 15));
    hand(Items.of(1, 9, 9));
    assertInOrder(1, 15);
  }

  /** Three eras, as after a database was moved twice; the last item is told in both. */
  @Test
  void transactions_counted_anew_come_after_those_before() {
    hand(Items.of(1, 1, 6));
    hand(List.of(Items.of(1, 6), Items.of(2, 7), Items.of(2, 8), Items.of(3, 9)));
    hand(List.of(Items.of(2, 8), Items.of(3, 9), Items.of(3, 10)));
    assertInOrder(1, 10);
  }

  @Test
  void entries_of_others_in_the_stream_cost_none_of_ours() {
    hand(Items.of(1, 1, 5));
    reader.redis().xadd("cis:messages", Map.of("number", "0"));
    final var ahead = new XAddArgs().id("99999999999999-5");
    reader.redis().xadd("cis:messages", ahead, Map.of("number", "0"));
    hand(Items.of(1, 6, 10));
    hand(Items.of(1, 6, 12));
    assertThat(reader.all("number")).filteredOn(number -> !number.equals("0")).hasSize(12);
    assertThat(reader.all("number")).endsWith("10", "11", "12");
  }

  @Test
  void who_writes_into_it_all_the_time_disturbs_the_order_of_none() {
    final var redis = reader.redis();
    final Thread other =
        Thread.ofVirtual()
            .start(
                () ->
                    LongStream.range(0, 2_000)
                        .forEach(any -> redis.xadd("cis:messages", Map.of("number", "0"))));
    deliver(Items.of(1, 1, 500));
    join(other);
    assertThat(reader.all("number").stream().filter(number -> !number.equals("0")))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 500).mapToObj(Long::toString).toList());
  }

  /** A database from a backup counts what came after it once more. */
  @Test
  void the_same_places_with_other_entries_are_no_repeats() {
    hand(Items.of(1, 1, 5));
    final List<Item> others =
        Items.of(1, 4, 6).stream()
            .map(item -> Items.with(9, item.place().number(), item.body()))
            .map(
                item ->
                    new Item(
                        item.id(),
                        Items.of(1, item.place().number()).place(),
                        item.organization(),
                        item.type(),
                        item.thread(),
                        item.at(),
                        item.body()))
            .toList();
    hand(others);
    hand(others);
    assertThat(reader.all("number")).containsExactly("1", "2", "3", "4", "5", "4", "5", "6");
  }

  @Test
  void killed_in_the_middle_it_has_every_entry_once_and_in_order() {
    deliver(Items.of(1, 1, 800));
    server.kill();
    final Handed away = outlet.hand(Items.of(1, 801, 900));
    assertThat(away.arrived()).isZero();
    assertThat(away.trouble().map(Handed.Trouble::code)).contains("unreachable");
    server.start();
    final Thread unrest =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int kills = 0; kills < 3; kills++) {
                    server.kill();
                    server.start();
                  }
                });
    deliver(Items.of(1, 801, LAST));
    join(unrest);
    hand(Items.of(1, LAST - 99, LAST));
    assertInOrder(1, LAST);
  }

  @Test
  void hanging_it_is_left_after_two_seconds_and_what_it_reads_late_is_not_there_twice() {
    hand(Items.of(1, 1, 10));
    server.hang();
    final long start = System.nanoTime();
    final Handed away = outlet.hand(Items.of(1, 11, 110));
    assertThat(System.nanoTime() - start).isLessThan(6_000_000_000L);
    assertThat(away.trouble().map(Handed.Trouble::code)).contains("timeout");
    final Handed still = outlet.hand(Items.of(1, 11, 110));
    assertThat(still.arrived()).isZero();
    server.goOn();
    deliver(Items.of(1, 11, 200));
    assertInOrder(1, 200);
  }

  @Test
  void a_redis_that_refuses_is_tried_again_and_says_why() {
    final var redis = reader.redis();
    assertRefused("oom", () -> redis.configSet("maxmemory", "1"));
    redis.configSet("maxmemory", "0");
    assertRefused("readonly", () -> redis.replicaof("127.0.0.1", 1));
    redis.replicaofNoOne();
    redis.set("cis:messages", "mine");
    assertRefused("wrongtype", () -> redis.set("cis:messages", "mine"));
    redis.del("cis:messages");
    hand(Items.of(1, 1, 3));
    assertInOrder(1, 3);
  }

  @Test
  void it_holds_about_as_many_as_it_may() {
    for (int first = 1; first < 12_000; first += 500) {
      hand(Items.of(1, first, first + 499));
    }
    assertThat(reader.redis().xlen("cis:messages")).isBetween(10_000L, 10_200L);
    assertThat(reader.entries().getLast()).containsEntry("number", "12000");
  }

  private void assertRefused(final String code, final Runnable spoil) {
    spoil.run();
    final Handed handed = outlet.hand(Items.of(1, 1, 3));
    assertThat(handed.arrived()).isZero();
    assertThat(handed.trouble().map(Handed.Trouble::code)).contains(code);
  }

  private void hand(final List<Item> items) {
    assertThat(outlet.hand(items)).isEqualTo(Handed.all(items.size()));
  }

  /** As the feed does, but without a pause: what has not arrived is handed over again. */
  private void deliver(final List<Item> items) {
    int done = 0;
    for (int tries = 0; done < items.size(); tries++) {
      assertThat(tries).isLessThan(100_000);
      done += outlet.hand(items.subList(done, Math.min(items.size(), done + 60))).arrived();
    }
  }

  private void assertInOrder(final long first, final long last) {
    assertThat(reader.all("number"))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(first, last).mapToObj(Long::toString).toList());
  }

  private static void join(final Thread thread) {
    try {
      thread.join();
    } catch (final InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
