package io.gatehouse.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Segments;
import io.gatehouse.inbox.NewNotice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an owner is told, of what, and when not (S5.12, S5.17). */
@NullUnmarked
class TellingsTest extends TellingTest {

  private static final String MAIL = "\"emails\":[\"boss@pawpost.app\"]";
  private static final String SMS =
      "\"phones\":[\"+16045550177\",\"+16045550178\"],\"phones_from\":\"+16045550100\"";

  @Test
  void without_an_address_nothing_leaves() {
    notice("message_blocked");

    assertThat(tables.count("effect")).isZero();
    assertThat(tables.count("telling")).isZero();
  }

  @Test
  void a_hold_is_told_by_every_way_the_owner_chose() {
    owner(MAIL + "," + SMS);
    notice("message_blocked");

    assertThat(told(Way.MAIL)).containsExactly("[Our team] A message waits for your decision.");
    assertThat(told(Way.SMS))
        .hasSize(2)
        .allSatisfy(
            text -> {
              assertThat(text).startsWith("Our team: A message waits for your decision. http");
              assertThat(Segments.of(text).count()).isOne();
            });
    assertThat(
            tables.strings(
                "select request->>'From' || ' ' || (request->>'To') from sandbox_effect"
                    + " where kind = 'tell.sms' order by 1"))
        .containsExactly("+16045550100 +16045550177", "+16045550100 +16045550178");
    assertThat(tables.one("select request->>'Text' from sandbox_effect where kind = 'tell.mail'"))
        .contains("A message was not delivered: phone number.", "/api/inbox");
  }

  @Test
  void what_comes_in_a_burst_is_summed_up_after_five_minutes() {
    owner(MAIL);
    notice("message_blocked");
    assertThat(told(Way.MAIL)).hasSize(1);

    for (int n = 0; n < 7; n++) {
      notice("message_blocked");
      clock.advance(Duration.ofSeconds(10));
    }
    assertThat(told(Way.MAIL)).hasSize(1);
    assertThat(tables.one("select count(*) from effect")).isEqualTo("2");

    clock.advance(Duration.ofMinutes(5));
    assertThat(told(Way.MAIL))
        .hasSize(2)
        .last()
        .isEqualTo("[Our team] 7 messages wait for your decision.");
    clock.advance(Duration.ofHours(1));
    assertThat(told(Way.MAIL)).hasSize(2);
    assertThat(tables.count("telling_item")).isZero();
  }

  @Test
  void of_a_great_burst_the_last_are_named_and_the_rest_is_counted() {
    owner(MAIL);
    for (int n = 0; n < 25; n++) {
      notice("message_blocked", Map.of("classes", "url", "summary", "number " + n + "."));
    }

    assertThat(told(Way.MAIL)).containsExactly("[Our team] 25 messages wait for your decision.");
    assertThat(tables.one("select request->>'Text' from sandbox_effect"))
        .contains("number 24.", "number 5.", "And 5 more.")
        .doesNotContain("number 4.");
  }

  @Test
  void what_was_read_meanwhile_is_not_told() {
    owner(MAIL);
    notice("message_blocked");
    read("true");
    assertThat(told(Way.MAIL)).isEmpty();

    clock.advance(Duration.ofMinutes(6));
    notice("message_blocked");
    notice("message_blocked");
    read("id = (select min(CAST(id AS text))::uuid from notice where read_at is null)");
    assertThat(told(Way.MAIL)).containsExactly("[Our team] A message waits for your decision.");
  }

  @Test
  void occasions_are_told_apart_and_only_those_that_were_chosen() {
    owner(MAIL + ",\"tell\":[\"escalations\",\"trouble\"]");
    notice("message_blocked");
    notice("opt_out", Map.of("sender", "***", "word", "STOP"));
    notice("escalation");
    notice("effect_refused", Map.of("effect", "sms.relay"));

    assertThat(told(Way.MAIL))
        .containsExactlyInAnyOrder(
            "[Our team] A conversation needs your review.",
            "[Our team] Something could not be done.");
  }

  @Test
  void that_telling_failed_is_not_told() {
    owner(MAIL);
    notice("effect_refused", Map.of("effect", "tell.mail"));

    assertThat(tables.count("effect")).isZero();
  }

  @Test
  void news_too_old_to_tell_make_room_for_the_next() {
    owner(MAIL);
    notice("message_blocked");
    clock.advance(Duration.ofHours(25));
    assertThat(told(Way.MAIL)).isEmpty();
    assertThat(tables.one("select state from effect")).isEqualTo("expired");

    notice("message_blocked");
    assertThat(told(Way.MAIL)).containsExactly("[Our team] A message waits for your decision.");
  }

  @Test
  void an_address_that_was_taken_away_meanwhile_is_not_told() {
    owner(MAIL);
    notice("message_blocked");
    owner("\"emails\":[]");

    assertThat(told(Way.MAIL)).isEmpty();
    assertThat(tables.one("select state from effect")).isEqualTo("done");
  }

  @Test
  void nothing_is_told_of_what_was_rolled_back() {
    owner(MAIL);
    assertThatThrownBy(
            () ->
                transactions.executeWrite(
                    status -> {
                      inbox.post(
                          List.of(
                              new NewNotice(
                                  OrganizationId.DEFAULT,
                                  "message_blocked",
                                  null,
                                  null,
                                  Map.of())));
                      throw new IllegalStateException("the deed failed");
                    }))
        .hasMessage("the deed failed");

    assertThat(tables.count("telling")).isZero();
    assertThat(tables.count("effect")).isZero();
  }

  @Test
  void of_many_at_once_each_is_told_once_and_none_is_lost() {
    owner(MAIL);
    final var posters =
        IntStream.range(0, 6)
            .mapToObj(
                n ->
                    CompletableFuture.runAsync(
                        () -> IntStream.range(0, 10).forEach(i -> notice("message_blocked"))))
            .toList();
    int told = 0;
    while (!posters.stream().allMatch(CompletableFuture::isDone)) {
      final int before = told;
      told = told(Way.MAIL).size();
      // Not in every round: a day would pass in a moment, and a day later news is no news.
      clock.advance(told > before ? Duration.ofMinutes(5) : Duration.ZERO);
    }
    posters.forEach(CompletableFuture::join);
    clock.advance(Duration.ofMinutes(5));

    final int sum =
        told(Way.MAIL).stream()
            .mapToInt(
                subject ->
                    subject.contains("] A message")
                        ? 1
                        : Integer.parseInt(subject.replaceAll("[^0-9]", "")))
            .sum();
    assertThat(sum).isEqualTo(60);
    assertThat(told).isPositive();
    assertThat(tables.count("telling_item")).isZero();
    assertThat(tables.one("select open from telling")).isEqualTo("f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void an_sms_to_the_owner_is_one_segment_with_a_usual_link(final String language) {
    final var texts = new io.gatehouse.wording.TextFiles();
    for (final String key : texts.keys()) {
      if (key.startsWith("tell.") && (key.endsWith(".one") || key.endsWith(".many"))) {
        final String said = texts.find(language, key).orElseThrow().replace("{count}", "1000");
        final String link = "https://gate.example.com/api/messages/events/".concat("x".repeat(36));
        assertThat(Segments.of(said).foreign()).as(said).isEmpty();
        assertThat(Segments.of("Notre équipe : " + said + " " + link).count()).isOne();
      }
    }
  }
}
