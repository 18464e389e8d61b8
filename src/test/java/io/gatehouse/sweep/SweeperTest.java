package io.gatehouse.sweep;

import static io.gatehouse.chat.Chat.CLEAN;
import static io.gatehouse.chat.Chat.LEAK;
import static io.gatehouse.chat.Chat.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.backlog.Tally;
import io.gatehouse.breaker.Breaker.State;
import io.gatehouse.chat.Asked;
import io.gatehouse.message.Handling;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered unrecorded is recorded as it was told, once, whatever happens (B43). */
@GatehouseTest
class SweeperTest {

  private final Recording recording;
  private final Settlement settlement;
  private final Tables tables;
  private final TestClock clock;

  private Broom broom;

  SweeperTest(
      final Recording recording,
      final Settlement settlement,
      final Tables tables,
      final TestClock clock) {
    this.recording = recording;
    this.settlement = settlement;
    this.tables = tables;
    this.clock = clock;
  }

  @BeforeEach
  void begin(@TempDir final Path directory) {
    broom = new Broom(directory, recording, settlement, clock);
  }

  @Test
  void a_leak_that_was_let_pass_stands_as_read_and_counts() throws IOException {
    broom.keep(Handling.PASSED, asked("t", "ann", LEAK));
    broom.sweep();
    assertThat(events()).containsExactly("passed visible block");
    assertThat(tables.count("anti_poaching_attempt")).isEqualTo(1);
    assertThat(broom.waiting()).isEmpty();
    assertThat(broom.backlog.untold().values()).extracting(Tally::messages).containsExactly(1L);
  }

  @Test
  void what_was_held_waits_for_the_owner_whatever_is_in_it() throws IOException {
    broom.keep(Handling.HOLD, asked("t", "ann", CLEAN));
    broom.sweep();
    assertThat(events()).containsExactly("hold withheld allow");
  }

  @Test
  void messages_of_a_thread_are_recorded_in_their_order() throws IOException {
    for (int number = 0; number < 30; number++) {
      broom.keep(Handling.PASSED, asked("m" + number, "t" + number % 3, "ann", CLEAN));
    }
    broom.sweep();
    for (int thread = 0; thread < 3; thread++) {
      assertThat(
              tables.strings(
                  "select substr(envelope ->> 'message_id', 2) from message_event"
                      + " where envelope ->> 'thread_id' = 't"
                      + thread
                      + "' order by id"))
          .hasSize(10)
          .extracting(Integer::parseInt)
          .isSorted();
    }
  }

  /** A kill between the commit and the note of it, and a commit whose answer is lost. */
  @Test
  void what_was_committed_before_it_failed_is_not_recorded_twice() throws IOException {
    broom.keep(Handling.PASSED, asked("t", "ann", LEAK));
    broom.after = SweeperTest::away;
    broom.sweep();
    assertThat(broom.waiting()).hasSize(1);
    broom.after = messages -> {};
    broom.sweep();
    assertThat(events()).containsExactly("passed visible block");
    assertThat(tables.count("anti_poaching_attempt")).isEqualTo(1);
    assertThat(tables.count("strike")).isEqualTo(1);
  }

  @Test
  void recorded_as_withheld_but_let_pass_it_becomes_visible_and_the_owner_is_told_once()
      throws IOException {
    final Asked late = asked("t", "ann", LEAK);
    recording.record(List.of(late), Handling.SCREEN);
    assertThat(events()).containsExactly("screen withheld block");
    broom.keep(Handling.PASSED, late);
    broom.keep(Handling.PASSED, late);
    broom.sweep();
    assertThat(events()).containsExactly("passed visible block");
    assertThat(
            tables.strings(
                "select kind from notice where read_at is null and event_id is not null"))
        .containsExactly("message_visible");
    assertThat(told()).containsExactly("message.decided", "message.visible");
  }

  @Test
  void recorded_as_sent_but_held_it_waits_for_the_owner() throws IOException {
    final Asked late = asked("t", "ann", CLEAN);
    recording.record(List.of(late), Handling.SCREEN);
    broom.keep(Handling.HOLD, late);
    broom.sweep();
    assertThat(events()).containsExactly("hold withheld allow");
    assertThat(told()).containsExactly("message.decided", "message.withheld");
  }

  private List<String> told() {
    return tables.strings("select type from feed_entry order by xid, number");
  }

  @Test
  void with_the_database_away_all_stays_until_it_is_back() throws IOException {
    broom.keep(Handling.PASSED, asked("t", "ann", CLEAN));
    broom.before = SweeperTest::away;
    for (int round = 0; round < 9; round++) {
      broom.sweep();
    }
    assertThat(broom.guard.state()).isEqualTo(State.OPEN);
    assertThat(broom.waiting()).hasSize(1);
    broom.before = messages -> {};
    clock.advance(Duration.ofSeconds(30));
    broom.sweep();
    assertThat(broom.guard.state()).isEqualTo(State.CLOSED);
    assertThat(events()).containsExactly("passed visible allow");
    assertThat(broom.losses.total()).isZero();
  }

  @Test
  void a_message_nobody_can_record_is_set_aside_and_blocks_nobody() throws IOException {
    broom.keep(Handling.PASSED, asked("bad", "t", "ann", "rubbish"));
    broom.keep(Handling.PASSED, asked("good", "u", "ann", CLEAN));
    broom.keep(Handling.PASSED, asked("behind", "t", "ann", CLEAN));
    broom.before = SweeperTest::refuse;
    broom.sweep();
    assertThat(events()).hasSize(1);
    broom.sweepLater().sweepLater();
    assertThat(events()).hasSize(2);
    assertThat(broom.waiting()).isEmpty();
    assertThat(broom.backlog.setAside()).isEqualTo(1);
    assertThat(broom.losses.total()).isEqualTo(1);
    assertThat(broom.guard.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void an_id_that_stands_for_another_message_is_set_aside() throws IOException {
    recording.record(List.of(asked("m1", "t", "ann", CLEAN)), Handling.SCREEN);
    broom.keep(Handling.PASSED, asked("m1", "t", "ann", LEAK));
    broom.sweep();
    assertThat(events()).hasSize(1);
    assertThat(broom.backlog.setAside()).isEqualTo(1);
    assertThat(broom.waiting()).isEmpty();
  }

  @Test
  void while_everything_fails_nothing_is_set_aside() throws IOException {
    broom.keep(Handling.PASSED, asked("t", "ann", CLEAN));
    broom.before =
        messages -> {
          throw new IllegalStateException("a mistake of ours");
        };
    for (int round = 0; round < 9; round++) {
      broom.sweepLater();
    }
    assertThat(broom.waiting()).hasSize(1);
    assertThat(broom.losses.total()).isZero();
  }

  private List<String> events() {
    return tables.strings(
        "select handling || ' ' || state || ' ' || decision from message_event order by id");
  }

  private static void away(final List<Asked> messages) {
    throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
  }

  private static void refuse(final List<Asked> messages) {
    if (messages.stream().anyMatch(asked -> asked.content().equals("rubbish"))) {
      throw new IllegalStateException(new SQLException("invalid byte sequence", "22021"));
    }
  }
}
