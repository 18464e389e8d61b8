package io.gatehouse.passage;

import static io.gatehouse.passage.Desk.recorded;
import static io.gatehouse.passage.Desk.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.backlog.Entry;
import io.gatehouse.breaker.Breaker.State;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.settings.ChatSettings.OnFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens the breaker, and what is answered then (S3.15, B43). */
class FailuresTest {

  @Test
  void with_the_database_away_all_of_a_batch_pass_by_memory(@TempDir final Path directory)
      throws IOException {
    final Desk desk = new Desk(directory);
    desk.database = FailuresTest::away;
    final var one = desk.ask("a", "a1");
    final var two = desk.ask("b", "b1");
    desk.deal();
    assertThat(recorded(told(one))).contains(false);
    assertThat(recorded(told(two))).contains(false);
    assertThat(desk.kept())
        .extracting(Entry::asked)
        .extracting(Asked::messageId)
        .containsExactly("a1", "b1");
    assertThat(desk.guard.failureCount()).isEqualTo(1);
  }

  @Test
  void after_five_nothing_is_tried_for_thirty_seconds(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    desk.database = FailuresTest::away;
    fail(desk, 5);
    assertThat(desk.guard.state()).isEqualTo(State.OPEN);
    desk.batches.clear();
    final var answer = desk.ask("next", "n1");
    desk.deal();
    assertThat(recorded(told(answer))).contains(false);
    assertThat(desk.batches).isEmpty();
  }

  @Test
  void then_one_trial_closes_it(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    desk.database = FailuresTest::away;
    fail(desk, 5);
    desk.database = messages -> messages;
    desk.timer.advance(Duration.ofSeconds(30));
    assertThat(desk.guard.state()).isEqualTo(State.HALF_OPEN);
    final var answer = desk.ask("next", "n1");
    desk.deal();
    assertThat(recorded(told(answer))).contains(true);
    assertThat(desk.guard.state()).isEqualTo(State.CLOSED);
    assertThat(desk.guard.failureCount()).isZero();
  }

  @Test
  void a_message_that_the_database_refuses_opens_nothing_and_stops_nobody(
      @TempDir final Path directory) throws IOException {
    final Desk desk = new Desk(directory);
    desk.database = FailuresTest::refusingRubbish;
    for (int number = 0; number < 20; number++) {
      final var rubbish = desk.ask("r" + number, "r" + number, "rubbish");
      final var honest = desk.ask("h" + number, "h" + number);
      desk.deal();
      assertThat(recorded(told(honest))).contains(true);
      assertThat(recorded(told(rubbish))).contains(false);
    }
    desk.ask("r", "r", "rubbish");
    desk.deal();
    assertThat(desk.guard.state()).isEqualTo(State.CLOSED);
    assertThat(desk.guard.failureCount()).isZero();
    assertThat(desk.kept()).hasSize(21);
  }

  @Test
  void one_author_cannot_open_it_by_a_mistake_of_ours(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    desk.database =
        messages -> {
          throw new IllegalStateException("a mistake");
        };
    fail(desk, 20);
    assertThat(desk.guard.state()).isEqualTo(State.CLOSED);
    assertThat(desk.guard.failureCount()).isEqualTo(1);
  }

  @Test
  void a_database_that_answers_nonsense_opens_it(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    desk.database =
        messages -> {
          throw new IllegalStateException(new SQLException("disk full", "53100"));
        };
    fail(desk, 5);
    assertThat(desk.guard.state()).isEqualTo(State.OPEN);
  }

  @Test
  void who_refuses_is_told_at_once_when_it_fails(@TempDir final Path directory) throws IOException {
    final Desk desk = new Desk(directory);
    desk.wish = OnFailure.REFUSE;
    desk.database = FailuresTest::away;
    final CompletableFuture<Told> answer = desk.ask("a", "a1");
    desk.deal();
    assertThat(told(answer)).isEqualTo(new Told.Unjudged(OnFailure.REFUSE));
    assertThat(desk.kept()).isEmpty();
  }

  private static void fail(final Desk desk, final int times) {
    for (int number = 0; number < times; number++) {
      final var answer = desk.ask("t" + number, "m" + number);
      desk.deal();
      told(answer);
    }
  }

  private static List<Asked> away(final List<Asked> messages) {
    throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
  }

  private static List<Asked> refusingRubbish(final List<Asked> messages) {
    if (messages.stream().anyMatch(asked -> asked.content().equals("rubbish"))) {
      throw new IllegalStateException(new SQLException("invalid byte sequence", "22021"));
    }
    return messages;
  }
}
