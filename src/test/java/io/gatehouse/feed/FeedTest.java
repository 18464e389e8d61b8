package io.gatehouse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.events.Progress;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
@NullUnmarked
class FeedTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;

  @Inject Talk talk;
  @Inject Feed feed;
  @Inject Progress progress;
  @Inject Upkeep upkeep;
  @Inject Following following;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;

  @Test
  void every_recorded_message_of_every_channel_is_told() {
    final MessageEvent leak = talk.says(talk.issue("ISS-1"), Talk.LEAK);
    talk.says(talk.walk("walk-1"), Talk.CLEAN);

    final var answer = following.all();
    assertThat(answer.items()).hasSize(2);
    assertThat(answer.items().getFirst())
        .containsEntry("type", "message.decided")
        .containsEntry("organization", "default")
        .containsEntry("channel", "erpnext")
        .containsEntry("conversation", "ISS-1")
        .containsEntry("event_id", leak.id().toString())
        .containsEntry("decision", "warn")
        .containsEntry("step", "warning")
        .containsEntry("classes", List.of("bypass_language", "phone_number"))
        .containsEntry("state", "visible")
        .containsEntry("at", leak.receivedAt().toString())
        .containsKeys("id", "rules", "risk_score", "emitted_at");
    assertThat(answer.all("decision")).containsExactly("warn", "allow");
    assertThat(answer.all("channel")).containsExactly("erpnext", "sms");
  }

  @Test
  void no_text_and_no_address_is_in_an_entry_or_leaves_by_itself_B42() {
    talk.says(talk.walk("walk-1"), Talk.LEAK);

    assertThat(following.body(HERE, ""))
        .contains("message.decided")
        .doesNotContain("555-0143", "give me a call", "content", "+1604");
    assertThat(tables.strings("select CAST(e AS text) from feed_entry e").getFirst())
        .doesNotContain("0143", "give", "+1604");
  }

  @Test
  void what_is_rolled_back_never_was() {
    final Conversation issue = talk.issue("ISS-1");
    try {
      transactions.executeWrite(
          status -> {
            talk.says(issue, Talk.LEAK);
            throw new IllegalStateException("as the test wants");
          });
    } catch (final IllegalStateException wanted) {
      talk.says(issue, Talk.CLEAN);
    }
    assertThat(following.all().all("decision")).containsExactly("allow");
  }

  @Test
  void a_cursor_reads_on_and_a_limit_cuts() {
    final Conversation issue = talk.issue("ISS-1");
    for (int i = 0; i < 5; i++) {
      talk.says(issue, Talk.CLEAN);
    }
    final var first = following.ask("?limit=3");
    final var second = following.ask("?limit=3&after=" + first.next());
    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(2);
    assertThat(following.after(second.next()).items()).isEmpty();

    final String now = following.after("now").next();
    talk.says(issue, Talk.LEAK);
    assertThat(following.after(now).all("decision")).containsExactly("warn");
    assertThat(following.after(second.next()).all("decision")).containsExactly("warn");
  }

  @Test
  void it_can_be_narrowed_to_a_type_and_to_a_thread() {
    talk.says(talk.issue("ISS-1"), Talk.LEAK);
    talk.says(talk.issue("ISS-2"), Talk.CLEAN);
    add("moderation.decided");

    assertThat(following.ask("?thread=ISS-2").all("conversation")).containsExactly("ISS-2");
    assertThat(following.ask("?type=moderation.decided").items()).hasSize(1);
    assertThat(following.ask("?type=nothing.such").items()).isEmpty();
    assertThat(following.after(following.ask("?type=nothing.such").next()).items()).isEmpty();
  }

  @Test
  void what_others_have_to_tell_joins_S4_21() {
    add("moderation.decided");
    assertThat(following.all().items().getFirst())
        .containsEntry("type", "moderation.decided")
        .containsEntry("facts", Map.of("action", "limit"))
        .doesNotContainKey("decision");
  }

  @Test
  void nobody_hears_of_another_organization() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    talk.says(talk.issue("ISS-1"), Talk.LEAK);

    assertThat(following.of(new OrganizationId("other")).items()).isEmpty();
    assertThat(following.all().items()).hasSize(1);
  }

  @Test
  void an_owners_word_is_told() {
    final MessageEvent held = held();
    final MessageEvent other = held();
    final String before = following.after("now").next();
    order(held, "force-send", "{\"reason\":\"checked\"}");
    order(other, "dismiss", "{\"reason\":\"stays\",\"verdict\":\"right\"}");

    final var answer = following.after(before);
    assertThat(answer.all("type")).containsExactly("message.released", "message.dismissed");
    assertThat(answer.all("state")).containsExactly("released", "dismissed");
    assertThat(answer.items().getLast())
        .containsEntry("facts", Map.of("by", "test owner", "verdict", "right"));
  }

  @Test
  void what_found_no_way_or_came_too_late_is_told() {
    final Conversation walk = talk.walk("walk-1");
    final MessageEvent lost = talk.says(walk, Talk.CLEAN);
    final MessageEvent late = talk.says(walk, Talk.CLEAN);
    progress.deliveryFailed(lost.id());
    progress.stale(late.id());
    progress.stale(late.id());

    assertThat(following.all().all("type"))
        .containsExactly(
            "message.decided", "message.decided", "message.failed", "message.withheld");
    assertThat(following.all().all("state"))
        .containsExactly("queued", "queued", "failed", "withheld");
  }

  @Test
  void how_pairs_stand_is_told() {
    talk.says(talk.issue("ISS-1"), Talk.LEAK);
    final String pair = tables.one("select id from pair");
    final var answer =
        api.post(
            "/api/pairs/" + pair + "/suspend",
            keys.with(Caller.OWNER),
            "{\"until\":\"2026-04-01T00:00:00Z\",\"reason\":\"talked about it\"}");

    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    assertThat(following.ask("?type=pair.suspended").items().getFirst().get("facts"))
        .isEqualTo(Map.of("pair", pair, "by", "test owner", "until", "2026-04-01T00:00:00Z"));
    assertThat(following.body(HERE, "")).doesNotContain("talked about");
  }

  @Test
  void whoever_waits_is_answered_as_soon_as_something_comes() {
    final String now = following.after("now").next();
    final var waiting = CompletableFuture.supplyAsync(() -> following.ask("?wait=20&after=" + now));
    final long begun = System.nanoTime();
    talk.says(talk.issue("ISS-1"), Talk.CLEAN);

    assertThat(waiting.join().items()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(following.ask("?wait=1&type=none&after=" + now).items()).isEmpty();
  }

  @Test
  void after_thirty_days_an_entry_is_forgotten() {
    talk.says(talk.issue("ISS-1"), Talk.CLEAN);
    clock.advance(Duration.ofDays(29));
    upkeep.run();
    assertThat(following.all().items()).hasSize(1);

    final String read = following.all().next();
    clock.advance(Duration.ofDays(2));
    upkeep.run();
    assertThat(following.all().items()).isEmpty();
    assertThat(get("?after=" + read)).isEqualTo(200);
  }

  @Test
  void whoever_comes_back_too_late_is_told_so() {
    final String left = following.after("now").next();
    talk.says(talk.issue("ISS-1"), Talk.CLEAN);
    clock.advance(Duration.ofDays(31));
    upkeep.run();
    assertThat(api.get("/api/events?after=" + left, keys.with(Caller.OWNER)).body())
        .contains("cursor_expired");
  }

  @Test
  void a_restored_database_counts_anew_and_nothing_is_lost() {
    final Conversation issue = talk.issue("ISS-1");
    talk.says(issue, Talk.CLEAN);
    tables.execute("update feed_entry set xid = '900000000000'");
    assertThat(following.all().items()).isEmpty();

    upkeep.run();
    talk.says(issue, Talk.LEAK);
    upkeep.run();
    assertThat(following.all().all("decision")).containsExactly("allow", "warn");
    final String number = tables.one("select min(number) from feed_entry");
    assertThat(following.after("0-900000000000-" + number).all("decision")).containsExactly("warn");
    assertThat(tables.strings("select era from feed_era")).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1-2", "0-1-2-3", "99999999999999999999-1-1"})
  void what_is_no_cursor_is_refused(final String cursor) {
    assertThat(get("?after=" + cursor)).isEqualTo(400);
  }

  @Test
  void a_cursor_of_another_database_is_gone() {
    assertThat(get("?after=0-900000000000-1")).isEqualTo(410);
  }

  @Test
  void only_owners_and_auditors_follow() {
    assertThat(api.get("/api/events", keys.with(Caller.SENDER)).statusCode()).isEqualTo(403);
    assertThat(api.get("/api/events", "nonsense").statusCode()).isEqualTo(401);
    assertThat(get("?limit=0")).isEqualTo(400);
    assertThat(get("?wait=31")).isEqualTo(400);
  }

  private int get(final String query) {
    return api.get("/api/events" + query, keys.with(Caller.OWNER)).statusCode();
  }

  private void add(final String type) {
    transactions.executeWrite(
        status -> {
          feed.add(List.of(new Feed.NewEntry(HERE, type, null, null, Map.of("action", "limit"))));
          return true;
        });
  }

  private MessageEvent held() {
    return talk.says(talk.walk("walk-1"), Talk.LEAK);
  }

  private void order(final MessageEvent event, final String what, final String body) {
    final var answer =
        api.post("/api/messages/events/" + event.id() + "/" + what, keys.with(Caller.OWNER), body);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
