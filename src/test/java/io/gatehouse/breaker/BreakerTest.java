package io.gatehouse.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.breaker.Breaker.Attempt;
import io.gatehouse.breaker.Breaker.State;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S3.15: closed, open, half-open; five failures in a row; thirty seconds. */
class BreakerTest {

  private static final Duration RESET = Duration.ofSeconds(30);
  private static final int THRESHOLD = 5;

  private final TestClock clock = new TestClock();
  private final Breaker breaker = new Breaker(clock, THRESHOLD, RESET);

  @Test
  void it_is_closed_until_so_many_have_failed_in_a_row() {
    fail(4);
    shows(State.CLOSED, 4);
    fail(1);
    shows(State.OPEN, 5);
  }

  @Test
  void a_success_begins_the_count_anew() {
    fail(4);
    attempt().succeeded();
    shows(State.CLOSED, 0);
    fail(4);
    shows(State.CLOSED, 4);
  }

  @Test
  void nothing_is_tried_while_it_is_open() {
    fail(THRESHOLD);
    assertThat(breaker.admit()).isEmpty();
    clock.advance(RESET.minusMillis(1));
    assertThat(breaker.admit()).isEmpty();
    shows(State.OPEN, THRESHOLD);
  }

  @Test
  void after_its_time_one_at_a_time_may_try() {
    fail(THRESHOLD);
    clock.advance(RESET);
    shows(State.HALF_OPEN, THRESHOLD);
    assertThat(breaker.admit()).isPresent();
    shows(State.HALF_OPEN, THRESHOLD);
    assertThat(breaker.admit()).isEmpty();
  }

  @Test
  void a_trial_that_succeeds_closes_it() {
    fail(THRESHOLD);
    clock.advance(RESET);
    attempt().succeeded();
    shows(State.CLOSED, 0);
    assertThat(breaker.admit()).isPresent();
  }

  @Test
  void a_trial_that_fails_opens_it_for_the_whole_time_again() {
    fail(THRESHOLD);
    clock.advance(RESET);
    fail(1);
    shows(State.OPEN, THRESHOLD + 1);
    clock.advance(RESET.minusMillis(1));
    assertThat(breaker.admit()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(breaker.admit()).isPresent();
  }

  @Test
  void a_trial_that_says_nothing_makes_room_for_another() {
    fail(THRESHOLD);
    clock.advance(RESET);
    attempt().undecided();
    shows(State.HALF_OPEN, THRESHOLD);
    attempt().succeeded();
    shows(State.CLOSED, 0);
  }

  @Test
  void a_trial_that_is_never_heard_of_again_is_replaced() {
    fail(THRESHOLD);
    clock.advance(RESET);
    final Attempt lost = attempt();
    clock.advance(RESET);
    final Attempt next = attempt();
    lost.failed();
    shows(State.HALF_OPEN, THRESHOLD);
    next.succeeded();
    shows(State.CLOSED, 0);
  }

  @Test
  void what_was_let_through_earlier_neither_closes_nor_prolongs_it() {
    final Attempt slowSuccess = attempt();
    final Attempt slowFailure = attempt();
    fail(THRESHOLD);
    slowSuccess.succeeded();
    shows(State.OPEN, THRESHOLD);
    clock.advance(RESET);
    slowFailure.failed();
    shows(State.HALF_OPEN, THRESHOLD);
  }

  @Test
  void an_outcome_is_heard_once() {
    final Attempt attempt = attempt();
    attempt.failed();
    attempt.failed();
    attempt.succeeded();
    shows(State.CLOSED, 1);
  }

  @Test
  void of_many_that_ask_at_once_one_is_the_trial() throws InterruptedException {
    fail(THRESHOLD);
    clock.advance(RESET);
    final AtomicInteger admitted = new AtomicInteger();
    atOnce(() -> breaker.admit().ifPresent(attempt -> admitted.incrementAndGet()));
    assertThat(admitted).hasValue(1);
  }

  @Test
  void many_failures_at_once_are_all_counted() throws InterruptedException {
    final Breaker patient = new Breaker(clock, 65, RESET);
    atOnce(() -> patient.admit().ifPresent(Attempt::failed));
    assertThat(patient.failureCount()).isEqualTo(64);
    assertThat(patient.state()).isEqualTo(State.CLOSED);
    patient.admit().ifPresent(Attempt::failed);
    assertThat(patient.state()).isEqualTo(State.OPEN);
  }

  private static void atOnce(final Runnable what) throws InterruptedException {
    final CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 64)
          .forEach(
              number ->
                  threads.submit(
                      () -> {
                        start.await();
                        what.run();
                        return number;
                      }));
      start.countDown();
    }
  }

  private Attempt attempt() {
    final Optional<Attempt> admitted = breaker.admit();
    assertThat(admitted).isPresent();
    return admitted.orElseThrow();
  }

  private void fail(final int times) {
    IntStream.range(0, times).forEach(time -> attempt().failed());
  }

  private void shows(final State state, final int failures) {
    assertThat(breaker.state()).isEqualTo(state);
    assertThat(breaker.failureCount()).isEqualTo(failures);
  }
}
