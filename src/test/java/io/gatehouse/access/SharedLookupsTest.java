package io.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedLookupsTest {

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final List<String> looked = new ArrayList<>();
  private String now = "good";
  private final SharedLookups<String, String> lookups = new SharedLookups<>(this::look, tasks::add);

  private String look(final String key) {
    looked.add(key);
    if (now.equals("away")) {
      throw new IllegalStateException(now);
    }
    return key + " " + now;
  }

  private void runNext() {
    tasks.remove().run();
  }

  @Test
  void those_who_ask_during_a_look_share_the_one_after_it() {
    final var first = lookups.get("a");
    final var second = lookups.get("a");
    final var third = lookups.get("a");
    runNext();
    now = "revoked";
    assertThat(first).isCompletedWithValue("a good");
    assertThat(second).isNotCompleted();
    runNext();
    assertThat(second).isCompletedWithValue("a revoked");
    assertThat(third).isCompletedWithValue("a revoked");
    assertThat(looked).containsExactly("a", "a");
    assertThat(tasks).isEmpty();
  }

  @Test
  void others_wait_for_nobody_and_a_later_question_is_looked_up_again() {
    final var a = lookups.get("a");
    final var b = lookups.get("b");
    runNext();
    runNext();
    final var again = lookups.get("a");
    runNext();
    assertThat(List.of(a, b, again)).allMatch(CompletableFuture::isDone);
    assertThat(looked).containsExactly("a", "b", "a");
  }

  @Test
  void a_failure_is_that_looks_alone() {
    now = "away";
    final var failed = lookups.get("a");
    final var next = lookups.get("a");
    runNext();
    now = "good";
    runNext();
    assertThat(failed).isCompletedExceptionally();
    assertThat(next).isCompletedWithValue("a good");
  }
}
