package io.gatehouse.backlog;

import static io.gatehouse.backlog.Messages.SEALER;
import static io.gatehouse.backlog.Messages.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.chat.Asked;
import io.gatehouse.message.Handling;
import io.gatehouse.testkit.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered lies on disk until it is recorded (S3.15, S3.19, B43). */
class BacklogTest {

  private static final long ROOM = 1 << 20;

  @Test
  void a_message_comes_back_as_it_was(@TempDir final Path directory) throws IOException {
    final Entry whole =
        new Entry(
            UUID.randomUUID(),
            new Asked(
                new OrganizationId("acme"),
                "m1",
                "t1",
                "u1",
                Optional.empty(),
                "grüße 👋\0",
                TestClock.START.plusNanos(7),
                Optional.of(new Asked.Position(49.2, -123.1)),
                "de"),
            Handling.HOLD,
            TestClock.START);
    keep(directory, List.of(whole));
    assertThat(all(directory)).containsExactly(whole);
  }

  @Test
  void no_word_of_it_can_be_read_on_disk(@TempDir final Path directory) throws IOException {
    keep(directory, List.of(entry("thread-of-ann", "message-1")));
    final String file =
        Files.readString(directory.resolve("1/journal"), StandardCharsets.ISO_8859_1);
    assertThat(file).doesNotContain("words of", "thread-of-ann", "message-1", "ann");
  }

  @Test
  void nothing_is_written_before_the_first_message(@TempDir final Path directory)
      throws IOException {
    final Path none = directory.resolve("backlog");
    try (var open = open(none)) {
      open.backlog().resume();
      open.backlog().tidy();
      assertThat(open.backlog().size()).isEqualTo(Backlog.Size.NOTHING);
    }
    assertThat(none).doesNotExist();
  }

  @Test
  void the_oldest_of_each_thread_comes_first(@TempDir final Path directory) throws IOException {
    final Entry first = entry("a", "a1");
    final Entry second = entry("a", "a2");
    final Entry other = entry("b", "b1");
    try (var open = open(directory)) {
      for (final Entry entry : List.of(first, second, other)) {
        open.backlog().keep(entry);
      }
      assertThat(open.backlog().first(9, Set.of())).containsExactly(first, other);
      assertThat(open.backlog().first(9, Set.of(first))).containsExactly(other);
      open.backlog().gone(List.of(first), List.of());
      assertThat(open.backlog().first(1, Set.of())).containsExactly(second);
    }
  }

  @Test
  void a_thread_is_held_until_its_last_message_is_gone(@TempDir final Path directory)
      throws IOException {
    final Entry first = entry("a", "a1");
    final Entry second = entry("a", "a2");
    keep(directory, List.of(first, second));
    try (var open = open(directory)) {
      open.backlog().resume();
      open.backlog().gone(List.of(first), List.of());
      open.backlog().gone(List.of(first), List.of());
      assertThat(open.backlog().holdsThreadOf(first.asked())).isTrue();
      open.backlog().gone(List.of(second), List.of());
      assertThat(open.backlog().holdsThreadOf(first.asked())).isFalse();
    }
  }

  @Test
  void what_is_gone_stays_gone_and_is_counted(@TempDir final Path directory) throws IOException {
    final Entry gone = entry("a", "a1");
    final Entry stays = entry("b", "b1");
    try (var open = open(directory)) {
      open.backlog().keep(gone);
      open.backlog().keep(stays);
      open.backlog().gone(List.of(gone), List.of(gone));
    }
    try (var open = open(directory)) {
      open.backlog().resume();
      assertThat(open.backlog().first(9, Set.of())).containsExactly(stays);
      assertThat(open.backlog().untold())
          .containsEntry(OrganizationId.DEFAULT, Tally.of(TestClock.START));
      open.backlog().told(OrganizationId.DEFAULT);
    }
    try (var open = open(directory)) {
      open.backlog().resume();
      assertThat(open.backlog().untold()).isEmpty();
    }
  }

  @Test
  void the_disk_gets_its_room_back_and_nothing_that_waits_is_lost(@TempDir final Path directory)
      throws IOException {
    final Entry stays = entry("stays", "s");
    try (var open = open(directory)) {
      open.backlog().keep(entry("gone", "g"));
      open.backlog().gone(open.backlog().first(9, Set.of()), List.of());
      open.backlog().tidy();
      assertThat(directory.resolve("1/journal")).isEmptyFile();
      open.backlog().keep(stays);
      open.backlog().tidy();
    }
    assertThat(all(directory)).containsExactly(stays);
  }

  @Test
  void a_full_disk_is_said_and_takes_nothing_from_what_was_kept(@TempDir final Path directory)
      throws IOException {
    final Entry kept = entry("a", "a1");
    final Backlog backlog = new Backlog(directory, 500, SEALER);
    backlog.keep(kept);
    assertThatThrownBy(() -> backlog.keep(entry("b", "x".repeat(500))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("500");
    assertThat(backlog.holdsThreadOf(entry("b", "b2").asked())).isFalse();
    backlog.close();
    assertThat(all(directory)).containsExactly(kept);
  }

  @Test
  void what_was_sealed_with_another_key_is_set_aside(@TempDir final Path directory)
      throws IOException {
    keep(directory, List.of(entry("a", "a1")));
    final Backlog other = new Backlog(directory, ROOM, Messages.sealer(1));
    other.resume();
    assertThat(other.first(9, Set.of())).isEmpty();
    assertThat(other.size().messages()).isZero();
    assertThat(other.setAside()).isEqualTo(1);
    other.close();
  }

  @Test
  void two_processes_with_one_data_directory_keep_apart(@TempDir final Path directory)
      throws IOException {
    try (var one = open(directory);
        var two = open(directory)) {
      one.backlog().keep(entry("a", "a1"));
      two.backlog().keep(entry("b", "b1"));
      assertThat(one.backlog().size().messages()).isEqualTo(1);
      assertThat(two.backlog().size().messages()).isEqualTo(1);
    }
  }

  @Test
  void what_a_process_left_that_is_no_more_is_taken_over(@TempDir final Path directory)
      throws IOException {
    final Entry left = entry("b", "b1");
    try (var one = open(directory)) {
      one.backlog().keep(entry("a", "a1"));
      keep(directory, List.of(left));
      assertThat(directory.resolve("2/journal")).exists();
    }
    try (var next = open(directory)) {
      next.backlog().resume();
      assertThat(next.backlog().first(9, Set.of())).hasSize(2).contains(left);
      assertThat(next.backlog().holdsThreadOf(left.asked())).isTrue();
    }
    assertThat(directory.resolve("2/journal")).doesNotExist();
    assertThat(all(directory)).hasSize(2);
  }

  /** A kill may stop a write anywhere. */
  @Test
  void cut_at_every_byte_the_whole_messages_before_are_there(@TempDir final Path directory)
      throws IOException {
    final List<Entry> entries = List.of(entry("a", "a1"), entry("b", "b1"), entry("c", "c1"));
    keep(directory, entries);
    final Path journal = directory.resolve("1/journal");
    final byte[] whole = Files.readAllBytes(journal);
    final List<Integer> ends = ends(entries);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(journal, Arrays.copyOf(whole, length));
      final int cut = length;
      final long complete = ends.stream().filter(end -> end <= cut).count();
      assertThat(all(directory)).containsExactlyElementsOf(entries.subList(0, (int) complete));
    }
  }

  @Test
  void behind_a_torn_end_it_goes_on(@TempDir final Path directory) throws IOException {
    final Entry first = entry("a", "a1");
    final Entry next = entry("c", "c1");
    keep(directory, List.of(first, entry("b", "b1")));
    final Path journal = directory.resolve("1/journal");
    final byte[] whole = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(whole, whole.length - 3));
    keep(directory, List.of(next));
    assertThat(all(directory)).containsExactly(first, next);
  }

  private static List<Integer> ends(final List<Entry> entries) throws IOException {
    final List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (final Entry entry : entries) {
      end += Frame.around(new EntrySeal(SEALER).seal(entry)).length;
      ends.add(end);
    }
    return ends;
  }

  private static void keep(final Path directory, final List<Entry> entries) throws IOException {
    try (var open = open(directory)) {
      for (final Entry entry : entries) {
        open.backlog().keep(entry).toCompletableFuture().join();
      }
    }
  }

  private static List<Entry> all(final Path directory) throws IOException {
    try (var open = open(directory)) {
      open.backlog().resume();
      return open.backlog().first(100, Set.of());
    }
  }

  private static Open open(final Path directory) {
    return new Open(new Backlog(directory, ROOM, SEALER));
  }

  private record Open(Backlog backlog) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      backlog.close();
    }
  }
}
