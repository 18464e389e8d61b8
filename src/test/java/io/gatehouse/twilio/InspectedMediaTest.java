package io.gatehouse.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attachments.Samples;
import io.gatehouse.media.Settling;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages whose files are searched. */
@NullUnmarked
class InspectedMediaTest extends MmsTest {

  private static final byte[] PHOTO =
      Samples.withPlace(Samples.written(Samples.photo(300, 200), "jpg"), 1);

  @Inject Settling settling;

  @BeforeEach
  void inspect() {
    mode("inspect");
  }

  @Test
  void a_clean_picture_goes_on_once_by_a_link_that_works_and_then_expires() {
    keep(0, PHOTO);
    receiveFiles("MM1", CLEAN, 1);
    final var sent = messages();
    assertThat(sent).singleElement().satisfies(m -> assertThat(m.body()).isEqualTo(CLEAN));
    assertThat(sent.getFirst().to()).isEqualTo(SITTER);
    final String link = sent.getFirst().media().getFirst();
    final var file = fetch(link);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"file-1.jpg\"");
    assertThat(new String(file.body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS", "604-555")
        .contains("JFIF");
    assertThat(states()).containsExactly("hold sent");
    assertThat(notices()).isEmpty();
    assertThat(tables.strings("select actor from audit_entry where action = 'message.force_sent'"))
        .containsExactly("inspection");
    clock.advance(Duration.ofHours(4).plusSeconds(1));
    assertThat(fetch(link).statusCode()).isEqualTo(404);
  }

  @Test
  void a_link_works_for_those_who_need_it_and_not_for_ever() {
    keep(0, PHOTO);
    receiveFiles("MM1", CLEAN, 1);
    final String link = messages().getFirst().media().getFirst();
    for (int use = 0; use < 20; use++) {
      assertThat(fetch(link).statusCode()).isEqualTo(200);
    }
    assertThat(fetch(link).statusCode()).isEqualTo(404);
    assertThat(fetch(PUBLIC + "/media/guessed").statusCode()).isEqualTo(404);
    assertThat(tables.one("select count(*) from media_link where token_hash is not null"))
        .isEqualTo("1");
  }

  @Test
  void a_picture_without_text_goes_on_as_a_picture() {
    keep(0, PHOTO);
    receiveFiles("MM1", "", 1);
    assertThat(messages())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.body()).isEmpty();
              assertThat(m.media()).hasSize(1);
            });
  }

  @Test
  void a_card_with_a_phone_is_withheld_its_sender_warned_and_struck_once() {
    keep(0, Samples.bytes(Samples.CARD));
    keep(1, Samples.qr("tel:+16045550199", "png"));
    receiveFiles("MM1", CLEAN, 2);
    assertThat(messages())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.to()).isEqualTo(CLIENT);
              assertThat(warning.media()).isEmpty();
              assertThat(warning.body()).doesNotContain("0143");
            });
    assertThat(files()).containsExactly("fetched text/vcard", "fetched image/png");
    assertThat(states()).containsExactly("hold withheld", "examine withheld");
    assertThat(notices()).containsExactly("message_blocked");
    assertThat(tables.count("strike")).isEqualTo(1);
    assertThat(tables.one("select sender_warned_at is not null from anti_poaching_attempt"))
        .isEqualTo("t");
    assertThat(tables.one("select envelope->>'attachment_of' from message_event order by id desc"))
        .isEqualTo(event(0));
  }

  @Test
  void a_card_and_a_file_that_say_nothing_forbidden_go_on() {
    keep(
        0,
        Samples.bytes(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.4.1//EN\r\n"
                + "N:Bo;Rex;;;\r\nFN:Rex Bo\r\nORG:Rex the dog;\r\n"
                + "REV:2026-03-02T14:30:00Z\r\nEND:VCARD\r\n"));
    keep(1, Samples.bytes("Rex eats twice a day.\nHe likes carrots."));
    receiveFiles("MM1", "About Rex", 2);
    assertThat(messages()).singleElement().satisfies(m -> assertThat(m.media()).hasSize(2));
    assertThat(states()).containsExactly("hold sent", "examine recorded");
    assertThat(tables.one("select text from message_text order by event_id desc"))
        .contains("Rex Bo", "carrots");
    assertThat(notices()).isEmpty();
  }

  @Test
  void a_text_longer_than_is_scanned_waits() {
    keep(0, Samples.bytes("Rex eats twice a day. ".repeat(10_000)));
    receiveFiles("MM1", CLEAN, 1);
    assertThat(messages()).isEmpty();
    assertThat(notices()).containsExactly("media_unread");
    assertThat(tables.one("select max(length(text)) from message_text")).isEqualTo("20000");
  }

  @Test
  void the_owner_lets_go_the_message_and_not_what_was_read_in_it() {
    keep(0, Samples.bytes(Samples.CARD));
    receiveFiles("MM1", CLEAN, 1);
    final var refused = forceSend(event(1));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("part_of_message", event(0));
    assertThat(forceSend(event(0)).statusCode()).isEqualTo(200);
    final var sent = messages().getLast();
    assertThat(sent.to()).isEqualTo(SITTER);
    assertThat(sent.body()).isEqualTo(CLEAN);
    final var file = fetch(sent.media().getFirst());
    assertThat(file.body()).isEqualTo(Samples.bytes(Samples.CARD));
    assertThat(file.headers().firstValue("Content-Type")).contains("text/vcard");
    assertThat(states()).containsExactly("hold sent", "examine released");
    assertThat(tables.strings("select action from anti_poaching_attempt"))
        .containsExactly("force_sent");
  }

  @Test
  void a_number_in_a_code_is_found() {
    keep(0, Samples.qr("tel:+16045550143", "jpg"));
    receiveFiles("MM1", CLEAN, 1);
    assertThat(states()).containsExactly("hold withheld", "examine withheld");
  }

  @Test
  void half_a_number_in_the_text_and_half_in_a_code_make_one() {
    keep(0, Samples.qr("0143", "png"));
    receiveFiles("MM1", "my number is 604 555, the rest in the picture", 1);
    assertThat(states()).contains("hold withheld").doesNotContain("hold sent");
  }

  @Test
  void a_leak_in_the_caption_keeps_all_back_and_counts_once() {
    keep(0, Samples.bytes(Samples.CARD));
    receiveFiles("MM1", LEAK, 1);
    assertThat(messages()).singleElement().satisfies(m -> assertThat(m.to()).isEqualTo(CLIENT));
    assertThat(messages().getFirst().body()).contains("pas parti");
    assertThat(states()).containsExactly("hold withheld");
    assertThat(files()).containsExactly("fetched text/vcard");
    assertThat(notices()).containsExactly("message_blocked");
    assertThat(tables.count("strike")).isEqualTo(1);
  }

  @Test
  void an_inspection_that_died_half_way_lets_the_message_go_once() {
    keep(0, PHOTO);
    receiveFiles("MM1", CLEAN, 1);
    tables.run("update effect set state = 'running', attempts = 1 where kind = 'media.inspect'");
    tables.run(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " select 'effect-media', id, added_at, false, 1 from effect"
            + " where kind = 'media.inspect'");
    effects.runDue();
    later();
    assertThat(messages()).hasSize(1);
    assertThat(notices()).isEmpty();
  }

  @Test
  void files_that_settle_at_the_same_moment_are_inspected_once() throws Exception {
    for (int file = 0; file < 10; file++) {
      keep(file, aResponse().withStatus(503));
    }
    receiveFiles("MM1", CLEAN, 10);
    final UUID event = UUID.fromString(event(0));
    final var files = tables.strings("select id from media_item");
    for (int round = 1; round <= 15; round++) {
      tables.run("update media_item set settled = false");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (final String file : files) {
          threads.submit(() -> settling.settle(event, UUID.fromString(file)));
        }
      }
      assertThat(tables.count("effect where kind = 'media.inspect'")).isEqualTo(round);
    }
  }

  @Test
  void ten_files_go_on_together() {
    for (int file = 0; file < 10; file++) {
      keep(file, PHOTO);
    }
    receiveFiles("MM1", CLEAN, 10);
    assertThat(messages()).singleElement().satisfies(m -> assertThat(m.media()).hasSize(10));
  }

  @Test
  void of_eleven_files_ten_are_taken_and_the_owner_decides() {
    for (int file = 0; file < 11; file++) {
      keep(file, PHOTO);
    }
    receiveFiles("MM1", CLEAN, 11);
    assertThat(messages()).isEmpty();
    assertThat(files()).hasSize(10);
    assertThat(notices()).containsExactly("media_incomplete");
    assertThat(forceSend(event(0)).statusCode()).isEqualTo(200);
    assertThat(messages()).singleElement().satisfies(m -> assertThat(m.media()).hasSize(10));
  }

  @Test
  void what_comes_later_does_not_wait_for_a_file() {
    keep(0, aResponse().withStatus(503));
    receiveFiles("MM1", CLEAN, 1);
    receiveFiles("SM2", "Are you there?", 0);
    assertThat(messages())
        .singleElement()
        .satisfies(m -> assertThat(m.body()).isEqualTo("Are you there?"));
  }
}
