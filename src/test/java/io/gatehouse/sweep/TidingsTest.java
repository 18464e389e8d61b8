package io.gatehouse.sweep;

import static io.gatehouse.chat.Chat.CLEAN;
import static io.gatehouse.chat.Chat.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.UnreadNotices;
import io.gatehouse.message.Handling;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner hears of every outage, once. */
@GatehouseTest
class TidingsTest {

  private final Recording recording;
  private final Settlement settlement;
  private final Notices notices;
  private final UnreadNotices inbox;
  private final Tables tables;
  private final TestClock clock;

  private Broom broom;
  private Tidings tidings;

  TidingsTest(
      final Recording recording,
      final Settlement settlement,
      final Notices notices,
      final UnreadNotices inbox,
      final Tables tables,
      final TestClock clock) {
    this.recording = recording;
    this.settlement = settlement;
    this.notices = notices;
    this.inbox = inbox;
    this.tables = tables;
    this.clock = clock;
  }

  @BeforeEach
  void begin(@TempDir final Path directory) {
    broom = new Broom(directory, recording, settlement, clock);
    tidings = new Tidings(broom.backlog, broom.losses, notices, clock);
  }

  @Test
  void nothing_is_told_before_all_of_it_is_recorded() throws IOException {
    broom.keep(Handling.PASSED, asked("t", "ann", CLEAN));
    tidings.tell();
    assertThat(tables.count("notice")).isZero();
  }

  @Test
  void once_it_is_over_the_owner_is_told_how_many_and_when() throws IOException {
    outage(3);
    tidings.tell();
    tidings.tell();
    final List<UUID> told =
        tables.strings("select id from notice").stream().map(UUID::fromString).toList();
    assertThat(told).hasSize(1);
    assertThat(inbox.among(OrganizationId.DEFAULT, told).getFirst().text())
        .contains("3 chat messages", "2026-03-02T14:30:00Z", "2026-03-02T14:32:00Z");
  }

  @Test
  void a_database_that_comes_and_goes_is_one_piece_of_news_in_five_minutes() throws IOException {
    outage(1);
    tidings.tell();
    outage(2);
    tidings.tell();
    assertThat(tables.count("notice")).isEqualTo(1);
    clock.advance(Duration.ofMinutes(5));
    tidings.tell();
    assertThat(tables.strings("select facts ->> 'count' from notice order by id"))
        .containsExactly("1", "2");
  }

  @Test
  void what_is_lost_is_told() throws IOException {
    recording.record(List.of(asked("m1", "t", "ann", CLEAN)), Handling.SCREEN);
    broom.keep(Handling.PASSED, asked("m1", "t", "ann", "another"));
    broom.sweep();
    tidings.tell();
    tidings.tell();
    assertThat(tables.strings("select kind || facts from notice"))
        .containsExactly("chat_lost{\"count\": \"1\"}");
  }

  private void outage(final int messages) throws IOException {
    for (int number = 0; number < messages; number++) {
      broom.keep(Handling.PASSED, asked("t", "ann", CLEAN));
      clock.advance(Duration.ofMinutes(1));
    }
    broom.sweep();
  }
}
