package io.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.base.Problem;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {

  private static final String KEY = Doorkeeper.mark("gh_one");
  private static final String OTHER = Doorkeeper.mark("gh_two");
  private static final String HOME = "203.0.113.7";

  private final TestClock clock = new TestClock();
  private final Refusals refusals = new Refusals();
  private final Doorkeeper door =
      new Doorkeeper(
          new LimitSettings.Key(3, 60), new LimitSettings.Failures(2, 6), refusals, clock);

  @Test
  void a_key_that_asks_too_often_waits_until_it_has_room() {
    door.good(KEY);
    door.enter(KEY, () -> HOME);
    door.enter(KEY, () -> HOME);
    assertThat(refused(KEY))
        .isNotNull()
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(429);
              assertThat(problem.members()).containsEntry("retry_after_ms", 1_000L);
            });
    clock.advance(Duration.ofSeconds(1));
    assertThatNoException().isThrownBy(() -> door.enter(KEY, () -> HOME));
    assertThat(refused(KEY)).isNotNull();
    assertThat(refusals.of("key")).isEqualTo(2);
    assertThat(refusals.of("failures")).isZero();
  }

  @Test
  void another_key_has_room_of_its_own() {
    door.good(KEY);
    door.good(OTHER);
    for (int i = 0; i < 9; i++) {
      refused(KEY);
    }
    assertThat(refused(OTHER)).isNull();
  }

  @Test
  void an_address_whose_keys_are_none_waits() {
    door.failed(KEY, HOME);
    assertThat(refused(KEY)).isNull();
    door.failed(KEY, HOME);
    assertThat(refused(KEY))
        .isNotNull()
        .satisfies(
            problem -> assertThat(problem.members()).containsEntry("retry_after_ms", 10_000L));
    assertThat(refused("")).isNotNull();
    assertThatNoException().isThrownBy(() -> door.enter(KEY, () -> "198.51.100.1"));
    clock.advance(Duration.ofSeconds(10));
    assertThat(refused(KEY)).isNull();
    assertThat(refusals.of("failures")).isEqualTo(2);
  }

  @Test
  void a_key_that_was_good_comes_in_whatever_others_did_at_its_address() {
    door.good(KEY);
    for (int i = 0; i < 9; i++) {
      door.failed(OTHER, HOME);
    }
    assertThat(refused(OTHER)).isNotNull();
    assertThat(refused(KEY)).isNull();
  }

  @Test
  void a_key_that_is_good_no_more_is_like_any_other() {
    door.good(KEY);
    door.failed(KEY, HOME);
    door.failed(KEY, HOME);
    assertThat(refused(KEY)).isNotNull();
    assertThat(refusals.of("failures")).isEqualTo(1);
  }

  @Test
  void a_mark_tells_keys_apart_and_holds_none() {
    assertThat(KEY).hasSize(32).isNotEqualTo(OTHER).doesNotContain("gh_");
  }

  private @Nullable Problem refused(final String mark) {
    return catchThrowableOfType(Problem.class, () -> door.enter(mark, () -> HOME));
  }
}
