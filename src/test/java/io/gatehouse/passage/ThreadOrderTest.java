package io.gatehouse.passage;

import static io.gatehouse.passage.Desk.BUDGET;
import static io.gatehouse.passage.Desk.recorded;
import static io.gatehouse.passage.Desk.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of one thread in the order of asking, those of different threads together. */
class ThreadOrderTest {

  @Test
  void different_threads_are_recorded_together_and_one_thread_never(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    List.of("a1", "a2", "b1", "a3", "b2").forEach(id -> desk.ask(id.substring(0, 1), id));
    desk.deal();
    desk.deal();
    desk.deal();
    assertThat(desk.batches.stream().map(batch -> batch.stream().map(Asked::messageId).toList()))
        .containsExactly(List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3"));
  }

  @Test
  void a_message_waits_for_an_earlier_one_that_is_still_to_be_recorded(
      @TempDir final Path directory) throws IOException {
    final Desk desk = new Desk(directory);
    told(late(desk, desk.ask("a", "a1")));
    final var second = desk.ask("a", "a2");
    final var other = desk.ask("b", "b1");
    desk.deal();
    assertThat(recorded(told(other))).contains(true);
    assertThat(second).isNotDone();
    desk.backlog.gone(desk.kept(), List.of());
    desk.deal();
    assertThat(recorded(told(second))).contains(true);
  }

  @Test
  void also_where_very_many_are_still_to_be_recorded_none_overtakes_its_thread(
      @TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    IntStream.range(0, 1_000).forEach(number -> desk.ask("t" + number, "m" + number));
    desk.timer.advance(BUDGET);
    final var next = desk.ask("t1", "next");
    final var other = desk.ask("other", "first");
    desk.deal();
    assertThat(recorded(told(other))).contains(true);
    desk.timer.advance(BUDGET);
    assertThat(recorded(told(next))).contains(false);
  }

  @Test
  void whose_time_is_up_while_it_waits_so_joins_the_backlog_behind_it(@TempDir final Path directory)
      throws IOException {
    final Desk desk = new Desk(directory);
    told(late(desk, desk.ask("a", "a1")));
    told(late(desk, desk.ask("a", "a2")));
    assertThat(desk.kept()).hasSize(1);
    desk.backlog.gone(desk.kept(), List.of());
    assertThat(desk.kept().getFirst().asked().messageId()).isEqualTo("a2");
  }

  @Test
  void many_workers_at_once_keep_every_thread_in_order(@TempDir final Path directory) {
    final Desk desk = new Desk(directory);
    desk.recorders.start();
    final List<CompletableFuture<Told>> answers = new ArrayList<>();
    for (int number = 0; number < 5_000; number++) {
      answers.add(desk.ask("t" + number % 50, Integer.toString(number)));
    }
    answers.forEach(Desk::told);
    desk.recorders.stop();
    final List<Asked> recorded = desk.batches.stream().flatMap(List::stream).toList();
    assertThat(recorded).hasSize(5_000);
    IntStream.range(0, 50)
        .forEach(
            thread ->
                assertThat(
                        recorded.stream()
                            .filter(asked -> asked.thread().equals("t" + thread))
                            .map(asked -> Integer.parseInt(asked.messageId())))
                    .isSorted());
    assertThat(desk.batches)
        .allSatisfy(batch -> assertThat(batch).extracting(Asked::thread).doesNotHaveDuplicates());
  }

  private static CompletableFuture<Told> late(
      final Desk desk, final CompletableFuture<Told> answer) {
    desk.timer.advance(BUDGET);
    return answer;
  }
}
