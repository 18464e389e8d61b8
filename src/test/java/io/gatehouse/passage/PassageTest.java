package io.gatehouse.passage;

import static io.gatehouse.passage.Desk.BUDGET;
import static io.gatehouse.passage.Desk.recorded;
import static io.gatehouse.passage.Desk.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.backlog.Entry;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.message.Handling;
import io.gatehouse.settings.ChatSettings.OnFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answered after the commit, or when the time is up (S3.1, S3.15, S3.19). */
class PassageTest {

  private static final String LEAK = "call me";

  @Test
  void within_the_budget_the_answer_is_what_was_recorded(@TempDir final Path directory)
      throws IOException {
    final Desk desk = new Desk(directory);
    final var answer = desk.ask("t", "m");
    assertThat(answer).isNotDone();
    desk.deal();
    assertThat(recorded(told(answer))).contains(true);
    desk.timer.advance(BUDGET);
    assertThat(desk.kept()).isEmpty();
    assertThat(desk.counts.recorded().sum()).isEqualTo(1);
    assertThat(desk.counts.late().sum()).isZero();
  }

  @Test
  void past_it_the_answer_comes_from_memory_and_the_message_is_kept(@TempDir final Path directory)
      throws IOException {
    final Desk desk = new Desk(directory);
    final var answer = desk.ask("t", "m");
    desk.timer.advance(BUDGET.minusMillis(1));
    assertThat(answer).isNotDone();
    desk.timer.advance(Duration.ofMillis(1));
    assertThat(recorded(told(answer))).contains(false);
    assertThat(desk.kept()).extracting(Entry::handling).containsExactly(Handling.PASSED);
    desk.deal();
    assertThat(desk.batches).noneMatch(batch -> !batch.isEmpty());
  }

  @Test
  void what_memory_withholds_waits_for_the_owner(@TempDir final Path directory) throws IOException {
    final Desk desk = new Desk(directory);
    final var answer = desk.ask("t", "m", LEAK);
    desk.timer.advance(BUDGET);
    assertThat(((Told.Judged) told(answer)).deliver()).isFalse();
    assertThat(desk.kept()).extracting(Entry::handling).containsExactly(Handling.HOLD);
  }

  @Test
  void a_memory_that_fails_lets_pass_and_keeps(@TempDir final Path directory) throws IOException {
    final Desk desk = new Desk(directory);
    desk.memory =
        asked -> {
          throw new IllegalStateException("nothing is known");
        };
    final var answer = desk.ask("t", "m", LEAK);
    desk.timer.advance(BUDGET);
    assertThat(told(answer)).isEqualTo(new Told.Unjudged(OnFailure.PASS));
    assertThat(desk.kept()).extracting(Entry::handling).containsExactly(Handling.PASSED);
  }

  @Test
  void who_would_rather_refuse_refuses_and_keeps_nothing(@TempDir final Path directory)
      throws IOException {
    final Desk desk = new Desk(directory);
    desk.wish = OnFailure.REFUSE;
    final var answer = desk.ask("t", "m");
    desk.timer.advance(BUDGET);
    assertThat(told(answer)).isEqualTo(new Told.Unjudged(OnFailure.REFUSE));
    desk.deal();
    assertThat(desk.kept()).isEmpty();
    assertThat(desk.batches).noneMatch(batch -> !batch.isEmpty());
  }

  @Test
  void who_would_rather_hold_holds_and_keeps_it_for_the_owner(@TempDir final Path directory)
      throws IOException {
    final Desk desk = new Desk(directory);
    desk.wish = OnFailure.HOLD;
    final var answer = desk.ask("t", "m");
    desk.timer.advance(BUDGET);
    assertThat(told(answer)).isEqualTo(new Told.Unjudged(OnFailure.HOLD));
    assertThat(desk.kept()).extracting(Entry::handling).containsExactly(Handling.HOLD);
  }

  @Test
  void a_recording_that_ends_a_little_late_and_agrees_leaves_nothing_to_do(
      @TempDir final Path directory) throws IOException {
    final Desk desk = new Desk(directory);
    final var answer = desk.ask("t", "m");
    desk.database = messages -> slow(desk, answer, messages);
    desk.deal();
    assertThat(recorded(told(answer))).contains(false);
    assertThat(desk.kept()).isEmpty();
    assertThat(desk.counts.late().sum()).isEqualTo(1);
  }

  @Test
  void one_that_ends_otherwise_than_was_told_is_left_to_the_sweep(@TempDir final Path directory)
      throws IOException {
    final Desk desk = new Desk(directory);
    desk.memory = asked -> Judged.remembered(withContent(asked, "harmless"));
    final var answer = desk.ask("t", "m", LEAK);
    desk.database = messages -> slow(desk, answer, messages);
    desk.deal();
    assertThat(((Told.Judged) told(answer)).deliver()).isTrue();
    assertThat(desk.kept()).extracting(Entry::handling).containsExactly(Handling.PASSED);
  }

  @Test
  void who_refuses_waits_for_a_recording_that_has_begun(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    desk.wish = OnFailure.REFUSE;
    final var answer = desk.ask("t", "m");
    desk.database =
        messages -> {
          desk.timer.advance(BUDGET);
          assertThat(answer).isNotDone();
          return messages;
        };
    desk.deal();
    assertThat(recorded(told(answer))).contains(true);
  }

  @Test
  void but_not_for_ever(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    desk.wish = OnFailure.REFUSE;
    final var answer = desk.ask("t", "m");
    desk.database =
        messages -> {
          desk.timer.advance(BUDGET);
          desk.timer.advance(Duration.ofSeconds(2));
          return messages;
        };
    desk.deal();
    assertThat(told(answer)).isEqualTo(new Told.Unjudged(OnFailure.REFUSE));
  }

  @Test
  void more_than_may_wait_are_answered_at_once(@TempDir final Path directory) throws IOException {
    final Desk desk = new Desk(directory, 2, 1 << 20);
    final List<CompletableFuture<Told>> answers =
        IntStream.range(0, 3).mapToObj(number -> desk.ask("t" + number, "m" + number)).toList();
    assertThat(answers.get(0)).isNotDone();
    assertThat(answers.get(1)).isNotDone();
    assertThat(recorded(told(answers.get(2)))).contains(false);
    assertThat(desk.kept()).hasSize(1);
  }

  @Test
  void without_room_on_disk_the_answer_comes_all_the_same_and_is_counted(
      @TempDir final Path directory) {
    final Desk desk = new Desk(directory, 10, 100);
    final var answer = desk.ask("t", "m");
    desk.timer.advance(BUDGET);
    assertThat(recorded(told(answer))).contains(false);
    assertThat(desk.losses.total()).isEqualTo(1);
  }

  private static List<Asked> slow(
      final Desk desk, final CompletableFuture<Told> answer, final List<Asked> messages) {
    desk.timer.advance(BUDGET);
    told(answer);
    return messages;
  }

  private static Asked withContent(final Asked asked, final String content) {
    return new Asked(
        asked.organization(),
        asked.messageId(),
        asked.thread(),
        asked.user(),
        asked.role(),
        content,
        asked.sentAt(),
        asked.position(),
        asked.language());
  }
}
