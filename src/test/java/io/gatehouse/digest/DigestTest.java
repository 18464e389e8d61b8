package io.gatehouse.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.Effects;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatehouseTest
@NullUnmarked
class DigestTest {

  /** Eight in the morning in Vancouver, in winter. */
  private static final Instant EIGHT = Instant.parse("2026-03-03T16:00:00Z");

  @Inject Digests digests;
  @Inject Gatekeeper gatekeeper;
  @Inject Effects effects;
  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;
  @Inject List<RecurringTask<?>> recurring;

  private String owner;
  private int messages;

  @BeforeEach
  void choose() {
    owner = keys.with("owner");
    final String document =
        "{\"owner\":{\"emails\":[\"boss@pawpost.app\"],\"tell\":[],\"digest_at\":\"08:00\","
            + "\"time_zone\":\"America/Vancouver\"}}";
    final var answer =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(document)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    // Before eight: the digest of the day that the clock starts in is not due yet.
    clock.set(EIGHT.minus(Duration.ofHours(2)));
  }

  @Test
  void the_day_in_figures_is_sent_once_when_its_time_comes() {
    says("see you at nine");
    says("my number is 604-555-0143");
    says("write to cleo@example.org or 604-555-0199");
    final String event = tables.one("select id from message_event where was_blocked limit 1");
    api.post(
        "/api/messages/events/" + event + "/dismiss",
        owner,
        "{\"verdict\":\"false_alarm\",\"reason\":\"a licence\"}");
    digests.orderDue();
    assertThat(letters()).isEmpty();

    clock.set(EIGHT);
    digests.orderDue();
    digests.orderDue();

    assertThat(letters())
        .singleElement()
        .asString()
        .contains("Messages: 3\n", "Held back: 2\n", "Decided on by you: 1\n")
        .contains("False alarms among them: 1\n", "Waiting for you now: 1\n")
        .contains("phone number: 2\n", "e-mail address: 1\n")
        .doesNotContain("Warned", "masked", "604", "cleo");
  }

  @Test
  void of_many_gateways_at_once_one_sends_it() {
    says("see you at nine");
    clock.set(EIGHT);
    IntStream.range(0, 6)
        .mapToObj(n -> CompletableFuture.runAsync(digests::orderDue))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(letters()).hasSize(1);
  }

  @Test
  void nothing_is_sent_when_nothing_happened() {
    clock.set(EIGHT);
    digests.orderDue();

    assertThat(letters()).isEmpty();
    assertThat(tables.count("digest")).isOne();
  }

  @Test
  void the_next_one_tells_of_everything_since_the_last() {
    says("see you at nine");
    clock.set(EIGHT);
    digests.orderDue();
    letters();
    clock.advance(Duration.ofHours(3));
    says("and at ten");
    says("and at eleven");
    // Down for a day and up again in the afternoon.
    clock.set(EIGHT.plus(Duration.ofHours(53)));
    digests.orderDue();

    assertThat(letters()).hasSize(2).last().asString().contains("Messages: 2");
  }

  @Test
  void summer_time_moves_it_with_the_owners_clock() {
    says("see you at nine");
    clock.set(Instant.parse("2026-03-09T14:59:00Z"));
    digests.orderDue();
    assertThat(tables.count("digest")).isZero();
    clock.set(Instant.parse("2026-03-09T15:00:00Z"));
    digests.orderDue();
    assertThat(tables.strings("select day from digest")).containsExactly("2026-03-09");
  }

  @Test
  void it_is_among_the_tasks_that_run_once_per_cluster() {
    assertThat(recurring).extracting(RecurringTask::getName).contains("digests");
  }

  private List<String> letters() {
    effects.runDue();
    return tables.strings(
        "select request->>'Text' from sandbox_effect where kind = 'tell.digest' order by number");
  }

  private void says(final String text) {
    gatekeeper.screen(
        new Incoming(
            new Origin(
                OrganizationId.DEFAULT,
                Channel.SMS,
                Direction.INBOUND,
                new Origin.Sender(Role.CLIENT, null, "+16045550143"),
                Map.of("from", "+16045550143", "to", "+16045550100")),
            null,
            new Content(text, Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("test", "m" + ++messages, null),
            Handling.SCREEN));
  }
}
