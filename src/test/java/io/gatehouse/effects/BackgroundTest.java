package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers in the background, as in production. */
class BackgroundTest {

  private static final int PATIENCE = 30;

  /** Whoever waits for the poll here waits longer than the test's patience. */
  private static final Map<String, Object> UNPOLLED = Map.of("gatehouse.effects.poll", "1h");

  private final List<String> done = new CopyOnWriteArrayList<>();

  @BeforeEach
  void empty() {
    try (Gateway gateway = new Gateway(new Provider(this::note), UNPOLLED)) {
      gateway.tables().clear();
    }
  }

  @Test
  void a_commit_wakes_the_workers_and_nothing_is_done_before_it() throws InterruptedException {
    final CountDownLatch probed = new CountDownLatch(1);
    final CountDownLatch committed = new CountDownLatch(1);
    final Provider provider =
        new Provider(
            effect -> {
              final Outcome outcome = note(effect);
              (done.contains("added") ? committed : probed).countDown();
              return outcome;
            });
    try (Gateway gateway = new Gateway(provider, UNPOLLED).start();
        Gateway other = new Gateway(provider, UNPOLLED).start()) {
      gateway.add(
          List.of(Gateway.effect(Lane.TWILIO, null, "added")),
          () -> {
            // Another's commit proves that the queue was looked at while this one was open.
            other.add(List.of(Gateway.effect(Lane.TWILIO, null, "probe")));
            gateway.wake();
            await(probed);
            assertThat(done).containsExactly("probe");
          });
      assertThat(Provider.in(committed, PATIENCE)).isTrue();
    }
    assertThat(done).containsExactly("probe", "added");
  }

  @Test
  void what_a_dead_process_announced_to_nobody_is_found_by_the_poll() throws InterruptedException {
    final CountDownLatch found = new CountDownLatch(1);
    final Provider provider =
        new Provider(
            effect -> {
              found.countDown();
              return note(effect);
            });
    try (Gateway living = new Gateway(provider, Map.of("gatehouse.effects.poll", "50ms")).start();
        Gateway dead = new Gateway(provider, UNPOLLED)) {
      dead.add(List.of(Gateway.effect(Lane.ERPNEXT, null, "left")));
      assertThat(Provider.in(found, PATIENCE)).isTrue();
    }
  }

  @Test
  void what_no_message_triggers_has_its_place_in_the_queue() {
    final Map<String, Object> settings =
        Map.of("gatehouse.effects.poll", "1h", "gatehouse.effects.recurring", "true");
    try (Gateway gateway = new Gateway(new Provider(this::note), settings).start()) {
      assertThat(
              gateway
                  .tables()
                  .strings(
                      "select task_name from scheduled_tasks where task_name like 'sms-%'"
                          + " order by task_name"))
          .containsExactly("sms-recovery", "sms-status");
    }
  }

  @Test
  void a_lane_that_hangs_fills_itself_and_delays_no_other() throws InterruptedException {
    final int hanging = 300;
    final CountDownLatch full = new CountDownLatch(2);
    final CountDownLatch sms = new CountDownLatch(20);
    final CountDownLatch back = new CountDownLatch(1);
    final CountDownLatch all = new CountDownLatch(hanging);
    final Provider provider =
        new Provider(
            effect -> {
              if (effect.lane() == Lane.ERPNEXT) {
                full.countDown();
                await(back);
                all.countDown();
              } else {
                sms.countDown();
              }
              return note(effect);
            });
    try (Gateway gateway =
        new Gateway(provider, Map.of("gatehouse.effects.poll", "1h", "gatehouse.effects.lane", 2))
            .start()) {
      gateway.add(many(Lane.ERPNEXT, hanging));
      assertThat(Provider.in(full, PATIENCE)).isTrue();
      gateway.add(many(Lane.TWILIO, 20));
      assertThat(Provider.in(sms, PATIENCE)).isTrue();

      assertThat(
              gateway
                  .tables()
                  .one(
                      "select count(*) from scheduled_tasks where picked"
                          + " and task_name = 'effect-erpnext'"))
          .isEqualTo("2");
      assertThat(
              gateway
                  .tables()
                  .one(
                      "select max(version) from scheduled_tasks"
                          + " where task_name = 'effect-erpnext' and not picked"))
          .as("what waits for a full lane is left untouched")
          .isEqualTo("1");
      back.countDown();
      assertThat(Provider.in(all, PATIENCE)).isTrue();
    }
    assertThat(done).hasSize(hanging + 20);
  }

  private static List<NewEffect> many(final Lane lane, final int count) {
    return IntStream.range(0, count).mapToObj(n -> Gateway.effect(lane, null, "" + n)).toList();
  }

  private Outcome note(final Effect effect) {
    done.add(effect.payload().getOrDefault("name", ""));
    return new Outcome.Done("X");
  }

  private static void await(final CountDownLatch latch) {
    try {
      assertThat(Provider.in(latch, PATIENCE)).isTrue();
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
