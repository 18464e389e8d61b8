package io.gatehouse.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What webhooks lose is found in the lists, and once. */
@NullUnmarked
class CatchupTest extends LiveSiteTest {

  /**
   * Frappe gives a webhook up silently after three tries, and never sends one while Redis is away.
   */
  @Test
  void a_message_nobody_told_us_of_is_taken_as_if_it_had_been_told() {
    begin();
    site.mail("m1", now(), "<p>Call me at 604-555-0143</p>");
    lookLater();
    lookLater();
    assertThat(taken()).containsExactly("m1");
    assertThat(tables.strings("select anti_poaching_flagged from message_event"))
        .containsExactly("t");
    assertThat(found()).isEqualTo("1");
    assertThat(webhook("m1")).contains("\"flagged\":true");
    assertThat(events()).isOne();
  }

  @Test
  void an_answer_on_the_portal_is_found_too() {
    begin();
    site.add(
        "Comment",
        now(),
        Map.of(
            "name", "c1",
            "comment_type", "Comment",
            "comment_email", "ann@mail.ca",
            "content", HELLO,
            "reference_doctype", "Issue",
            "reference_name", "ISS-1"));
    site.add("Comment", now(), Map.of("name", "c2", "comment_type", "Like"));
    lookLater();
    assertThat(taken()).containsExactly("c1");
  }

  @Test
  void of_what_was_told_only_names_are_asked_for() {
    begin();
    for (int i = 0; i < 10; i++) {
      site.mail("m" + i, now(), HELLO);
      webhook("m" + i);
      pass(Duration.ofSeconds(20));
    }
    lookLater();
    assertThat(site.fetched()).isEmpty();
    assertThat(found()).isEqualTo("0");
  }

  @Test
  void what_is_no_message_of_ours_is_fetched_once() {
    begin();
    site.mail("m1", now(), HELLO);
    tables.run(
        "insert into effect (id, organization_id, lane, kind, payload, added_at, state,"
            + " provider_id) values (gen_random_uuid(), 'default', 'erpnext', 'erpnext.banner',"
            + " '{}', now(), 'done', 'm1')");
    site.add("Issue", now(), Map.of("name", "ISS-1", "status", "Open"));
    lookLater();
    lookLater();
    assertThat(site.fetched()).hasSize(2);
    assertThat(taken()).isEmpty();
    assertThat(found()).isEqualTo("0");
  }

  /** An Issue is raised and closed: each change is told. */
  @Test
  void an_issue_is_fetched_again_when_it_changes() {
    begin();
    site.add("Issue", now(), Map.of("name", "ISS-1", "status", "Open"));
    lookLater();
    site.remove("ISS-1");
    pass(Duration.ofHours(3));
    site.add("Issue", now(), Map.of("name", "ISS-1", "status", "Closed"));
    lookLater();
    assertThat(site.fetched()).hasSize(2);
  }

  @Test
  void what_may_be_on_its_way_is_left_to_its_webhook() {
    begin();
    site.mail("m1", now(), HELLO);
    catchup.look();
    assertThat(taken()).isEmpty();
    pass(Duration.ofMinutes(5));
    site.mail("m2", now(), HELLO);
    catchup.look();
    assertThat(taken()).containsExactly("m1");
  }

  /** Frappe sets creation before the commit. */
  @Test
  void what_was_committed_late_is_found_behind_the_watermark() {
    begin();
    site.mail("m2", now(), HELLO);
    lookLater();
    site.mail("m1", ago(Duration.ofMinutes(14)), HELLO);
    lookLater();
    assertThat(taken()).containsExactly("m1", "m2");
  }

  /** Site-local time without offset: in the night of 1 November 2026 it is 01:30 twice. */
  @Test
  void the_hour_that_clocks_run_through_twice_hides_nothing() {
    begin();
    clock.set(Instant.parse("2026-11-01T08:58:00Z"));
    site.mail("summer", now(), HELLO);
    assertThat(now()).startsWith("2026-11-01 01:58");
    lookLater();
    pass(Duration.ofMinutes(3));
    site.mail("winter", now(), HELLO);
    assertThat(now()).startsWith("2026-11-01 01:06");
    lookLater();
    assertThat(taken()).containsExactly("summer", "winter");
  }

  @Test
  void a_document_dated_ahead_hides_nothing_for_longer_than_a_day() {
    begin();
    site.mail("ahead", "2099-01-01 00:00:00", HELLO);
    lookLater();
    site.mail("m1", now(), HELLO);
    pass(Duration.ofDays(1));
    lookLater();
    assertThat(taken()).containsExactly("ahead", "m1");
  }

  @Test
  void the_first_look_goes_back_a_day_and_counts_nothing() {
    site.mail("old", ago(Duration.ofDays(3)), HELLO);
    site.mail("young", ago(Duration.ofHours(3)), HELLO);
    site.mail("newest", ago(Duration.ofHours(2)), HELLO);
    lookLater();
    assertThat(taken()).containsExactly("newest", "young");
    assertThat(found()).isEqualTo("1");
  }

  /** Many documents of one moment, as an import makes them, over the borders of pages. */
  @Test
  void documents_of_one_moment_are_all_seen() {
    begin();
    final String moment = now();
    IntStream.range(0, 11).forEach(i -> site.mail("m%02d".formatted(i), moment, HELLO));
    lookLater();
    assertThat(events()).isEqualTo(11);
    assertThat(found()).isEqualTo("11");
  }

  @Test
  void what_appears_while_a_list_is_read_is_not_passed_over() {
    begin();
    IntStream.range(0, 7).forEach(i -> site.mail("m" + i, now(), HELLO));
    site.then(
        () -> {
          site.then(() -> {});
          site.mail("a", ago(Duration.ofMinutes(1)), HELLO);
          site.mail("z", now(), HELLO);
        });
    lookLater();
    assertThat(events()).isEqualTo(9);
  }

  @Test
  void a_document_that_cannot_be_read_stops_nothing() {
    begin();
    site.add(
        "Communication",
        now(),
        Map.of(
            "name", "odd",
            "communication_type", "Communication",
            "sent_or_received", "Thrown",
            "reference_doctype", "Issue",
            "reference_name", "ISS-1"));
    site.mail("m1", now(), HELLO);
    lookLater();
    lookLater();
    assertThat(taken()).containsExactly("m1");
    assertThat(site.fetched()).hasSize(1);
  }

  @Test
  void long_letters_are_fetched_by_halves() {
    begin();
    final String picture = "x".repeat(9 << 20);
    for (final String name : new String[] {"m1", "m2"}) {
      site.add(
          "Communication",
          now(),
          Map.of(
              "name", name,
              "communication_type", "Communication",
              "sent_or_received", "Received",
              "content", HELLO,
              "text_content", picture,
              "reference_doctype", "Issue",
              "reference_name", "ISS-1"));
    }
    lookLater();
    assertThat(taken()).containsExactly("m1", "m2");
  }
}
