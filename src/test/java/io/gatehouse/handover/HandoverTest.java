package io.gatehouse.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.feed.Feed;
import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.feed.Outlet;
import io.gatehouse.feed.Reading;
import io.gatehouse.handover.Hearing.Ear;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatehouseTest
@Property(name = "gatehouse.feed.handover.batch", value = "4")
@NullUnmarked
class HandoverTest {

  @Inject Hearing hearing;
  @Inject Handover handover;
  @Inject OutletRepository outlets;
  @Inject Reading reading;
  @Inject HandoverSettings settings;
  @Inject FeedHealth health;
  @Inject Feed feed;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Tables tables;
  @Inject TestClock clock;

  private Ear ear;

  @BeforeEach
  void open() {
    ear = hearing.open("ear");
    handover.runDue();
  }

  @AfterEach
  void close() {
    hearing.closeAll();
  }

  @Test
  void everything_is_handed_over_in_order_and_once() {
    tell("a", "b", "c", "d", "e", "f", "g", "h", "i");
    handover.runDue();
    handover.runDue();
    assertThat(ear.types()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
  }

  @Test
  void a_new_outlet_begins_with_what_comes_unless_it_wants_the_past() {
    tell("a");
    final Ear late = hearing.open("late");
    final Ear curious = hearing.open("curious");
    curious.past = true;
    handover.runDue();
    tell("b");
    handover.runDue();

    assertThat(late.types()).containsExactly("b");
    assertThat(curious.types()).containsExactly("a", "b");
  }

  @Test
  void what_did_not_arrive_comes_again_after_a_pause_that_grows() {
    ear.answer = items -> Handed.only(items.getFirst().type().equals("a") ? 1 : 0, "unreachable");
    tell("a", "b", "c");
    handover.runDue();
    assertThat(ear.types()).containsExactly("a");

    ear.answer = items -> Handed.only(0, "unreachable");
    handover.runDue();
    assertThat(failures()).isEqualTo("1");
    for (int i = 0; i < 9; i++) {
      clock.advance(Duration.ofSeconds(30));
      handover.runDue();
    }
    assertThat(failures()).isEqualTo("10");

    ear.answer = items -> Handed.all(items.size());
    handover.runDue();
    assertThat(ear.types()).containsExactly("a");
    clock.advance(Duration.ofSeconds(30));
    handover.runDue();
    assertThat(ear.types()).containsExactly("a", "b", "c");
    assertThat(failures()).isEqualTo("0");
  }

  @Test
  void a_receiver_that_asks_for_patience_gets_it() {
    ear.answer = items -> Handed.only(0, "http_429").after(Duration.ofMinutes(10));
    tell("a");
    handover.runDue();
    ear.answer = items -> Handed.all(items.size());
    clock.advance(Duration.ofSeconds(599));
    handover.runDue();
    assertThat(ear.types()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    handover.runDue();
    assertThat(ear.types()).containsExactly("a");
  }

  @Test
  void what_broke_down_before_it_was_recorded_comes_twice_but_is_not_lost() {
    final List<Item> arrived = new ArrayList<>();
    ear.answer =
        items -> {
          arrived.addAll(items);
          throw new IllegalStateException("the power went");
        };
    tell("a", "b");
    handover.runDue();
    ear.answer = items -> Handed.all(items.size());
    clock.advance(Duration.ofSeconds(30));
    handover.runDue();

    assertThat(ear.heard).extracting(Item::id).isEqualTo(arrived.stream().map(Item::id).toList());
  }

  @Test
  void one_instance_hands_over_and_after_its_death_another() {
    tell("a");
    tables.execute(
        "update feed_outlet set leased_by = 'another', leased_until = '"
            + clock.instant().plus(Places.LEASE)
            + "'");
    handover.runDue();
    assertThat(ear.types()).isEmpty();

    clock.advance(Places.LEASE);
    handover.runDue();
    assertThat(ear.types()).containsExactly("a");
  }

  @Test
  void who_lost_the_lease_meanwhile_records_nothing() {
    tell("a", "b");
    ear.answer =
        items -> {
          tables.execute("update feed_outlet set leased_by = 'another'");
          return Handed.all(items.size());
        };
    handover.runDue();
    assertThat(tables.one("select handed from feed_outlet")).isEqualTo("0");
  }

  @Test
  void two_instances_at_once_hand_over_each_item_once_and_in_order() throws Exception {
    final Handover another =
        new Handover(List.of(hearing), new Places(outlets, reading, settings, clock));
    final List<String> told = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 60; i++) {
        final String type = "t" + (1000 + i);
        told.add(type);
        tell(type);
        if (i % 3 == 0) {
          threads.execute(handover::runDue);
          threads.execute(another::runDue);
        }
      }
    }
    handover.runDue();
    another.runDue();
    assertThat(ear.types()).containsExactlyElementsOf(told);
  }

  @Test
  void an_outlet_that_hangs_delays_no_other() throws Exception {
    final Ear other = hearing.open("other");
    handover.runDue();
    tell("a");
    final var hanging = new CountDownLatch(1);
    final var end = new CountDownLatch(1);
    ear.answer =
        items -> {
          hanging.countDown();
          await(end);
          return Handed.all(items.size());
        };
    final Thread stuck = Thread.ofVirtual().start(() -> handover.run(ear));
    await(hanging);
    handover.runDue();
    tell("b");
    handover.runDue();

    assertThat(other.types()).containsExactly("a", "b");
    assertThat(ear.types()).isEmpty();
    end.countDown();
    stuck.join();
    assertThat(ear.types()).containsExactly("a", "b");
  }

  @Test
  void what_wants_nothing_more_is_left_alone_until_it_leads_elsewhere() {
    ear.answer = items -> Handed.over(0, "http_410");
    tell("a");
    handover.runDue();
    ear.answer = items -> Handed.all(items.size());
    clock.advance(Duration.ofDays(1));
    handover.runDue();
    assertThat(ear.types()).isEmpty();
    assertThat(ear.troubles).containsExactly("http_410");

    ear.target = "there";
    handover.runDue();
    assertThat(ear.types()).containsExactly("a");
  }

  @Test
  void a_long_trouble_is_told_once() {
    ear.answer = items -> Handed.only(0, "unreachable");
    tell("a");
    for (int minute = 0; minute < 60; minute++) {
      handover.runDue();
      clock.advance(Duration.ofMinutes(1));
      assertThat(ear.troubles).hasSize(minute < 15 ? 0 : 1);
    }
  }

  @Test
  void health_says_how_far_each_is_behind() {
    ear.answer = items -> Handed.only(0, "unreachable");
    tell("a", "b");
    handover.runDue();
    clock.advance(Duration.ofMinutes(5));

    final FeedHealth.Flow flow = health.flow();
    assertThat(flow.newest()).isPositive();
    assertThat(flow.unsettled()).isZero();
    assertThat(flow.outlets())
        .containsExactly(
            new FeedHealth.Lag("ear", 2, Duration.ofMinutes(5), 1, "unreachable", false));
  }

  @Test
  void an_organizations_outlet_gets_its_own_and_is_forgotten_when_it_is_closed() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    tables.execute(
        "insert into feed_outlet (name, organization_id, target, era, xid, number)"
            + " values ('webhook:other', 'other', '', 0, '0', 0)");
    final List<Outlet> due = handover.due();
    assertThat(due).isEmpty();
    assertThat(tables.strings("select name from feed_outlet")).containsExactly("ear");
  }

  private String failures() {
    return tables.one("select failures from feed_outlet where name = 'ear'");
  }

  private void tell(final String... types) {
    transactions.executeWrite(
        status -> {
          feed.add(
              Arrays.stream(types)
                  .map(
                      type -> new Feed.NewEntry(OrganizationId.DEFAULT, type, null, null, Map.of()))
                  .toList());
          return true;
        });
  }

  private static void await(final CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
