package io.gatehouse.inbox;

import static io.gatehouse.base.Caller.AUDITOR;
import static io.gatehouse.base.Caller.MODERATOR;
import static io.gatehouse.base.Caller.OPERATOR;
import static io.gatehouse.base.Caller.OWNER;
import static io.gatehouse.base.Caller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
class InboxTest {

  private static final String PATH = "/api/inbox";
  private static final OrganizationId OTHER = new OrganizationId("other");

  private final Inbox inbox;
  private final TransactionOperations<Connection> transactions;
  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final TestClock clock;

  InboxTest(
      final Inbox inbox,
      final TransactionOperations<Connection> transactions,
      final Api api,
      final Keys keys,
      final Tables tables,
      final TestClock clock) {
    this.inbox = inbox;
    this.transactions = transactions;
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void a_notice_is_shown_in_words_with_its_facts() {
    final UUID conversation = UUID.randomUUID();
    final UUID event = UUID.randomUUID();
    post(
        new NewNotice(
            OrganizationId.DEFAULT,
            "message_blocked",
            conversation,
            event,
            Map.of("sender", "provider", "classes", "phone_number", "summary", "***-***-0143")));
    assertThat(api.get(PATH, keys.with(MODERATOR)).body())
        .contains(
            "\"text\":\"A message by the provider was not delivered: phone number."
                + " Summary: ***-***-0143\"")
        .contains("\"classes\":\"phone_number\"", "\"kind\":\"message_blocked\"")
        .contains("\"conversation_id\":\"" + conversation, "\"event_id\":\"" + event)
        .contains("\"posted_at\":\"2026-03-02T14:30:00Z\"", "\"unread\":1")
        .doesNotContain("read_at", "\"next\"");
  }

  @Test
  void words_are_the_organizations_of_today() {
    post(notice("STOP"));
    final String owner = keys.with(OWNER);
    final var settings =
        api.request("/api/settings")
            .header("Authorization", "Bearer " + owner)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"0\"")
            .PUT(BodyPublishers.ofString("{\"language\": \"fr\"}"));
    assertThat(api.send(settings).statusCode()).isEqualTo(200);
    assertThat(api.get(PATH, owner).body()).contains("refus des SMS par le mot STOP");
  }

  @Test
  void a_kind_without_words_shows_as_its_name() {
    post(new NewNotice(OrganizationId.DEFAULT, "from_the_future", null, null, Map.of()));
    assertThat(api.get(PATH, keys.with(OWNER)).body()).contains("\"text\":\"from_the_future\"");
  }

  @Test
  void user_text_is_kept_as_it_is_and_no_character_undoes_the_transaction() {
    post(notice("<script>\"x\"\u0000\ud800[[{brand}]]</script>"));
    final var answer = api.get(PATH, keys.with(OWNER));
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).contains("<script>\\\"x\\\"\ufffd\ufffd[[{brand}]]</script>");
  }

  @Test
  void notices_live_and_die_with_the_transaction_and_need_one() {
    assertThatThrownBy(
            () ->
                transactions.executeWrite(
                    status -> {
                      inbox.post(List.of(notice("STOP")));
                      throw new IllegalStateException("the deed failed");
                    }))
        .hasMessage("the deed failed");
    assertThat(tables.one("select count(*) from notice")).isEqualTo("0");
    assertThatThrownBy(() -> inbox.post(List.of(notice("STOP")))).isNotNull();
    transactions.executeWrite(
        status -> {
          inbox.post(List.of());
          return true;
        });
  }

  @Test
  void pages_follow_each_other_newest_first() {
    for (int i = 1; i <= 5; i++) {
      post(notice("W" + i));
      clock.advance(Duration.ofSeconds(1));
    }
    final String owner = keys.with(OWNER);
    final String first = api.get(PATH + "?limit=3", owner).body();
    assertThat(first).contains("word W5", "word W4", "word W3", "\"unread\":5");
    assertThat(first).doesNotContain("word W2");
    final String next = first.replaceFirst("(?s).*\"next\":\"([0-9a-f-]+)\".*", "$1");
    assertThat(api.get(PATH + "?limit=3&before=" + next, owner).body())
        .contains("word W2", "word W1")
        .doesNotContain("word W3", "\"next\"");
  }

  @Test
  void what_was_read_stays_read_by_whoever_was_first() {
    post(notice("STOP"), notice("ARRET"));
    final String id = tables.one("select id from notice where facts ->> 'word' = 'STOP'");
    final String path = PATH + "/" + id + "/read";
    assertThat(api.post(path, keys.with(MODERATOR), "").body())
        .contains("\"read_by\":\"test moderator\"", "\"read_at\":\"2026-03-02T14:30:00Z\"");
    clock.advance(Duration.ofHours(1));
    assertThat(api.post(path, keys.with(OWNER), "").body())
        .contains("\"read_by\":\"test moderator\"", "\"read_at\":\"2026-03-02T14:30:00Z\"");
    assertThat(api.get(PATH + "?unread=true", keys.with(OWNER)).body())
        .contains("ARRET", "\"unread\":1")
        .doesNotContain("STOP");
    assertThat(api.get(PATH, keys.with(OWNER)).body()).contains("ARRET", "STOP");
  }

  @Test
  void of_many_readers_at_once_one_is_the_first() {
    post(notice("STOP"));
    final String path = PATH + "/" + tables.one("select id from notice") + "/read";
    final List<String> owners =
        List.of(keys.with(OWNER), keys.with(MODERATOR, OWNER), keys.with(MODERATOR));
    final var answers =
        IntStream.range(0, 9)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> api.post(path, owners.get(i % 3), "")))
            .toList();
    assertThat(answers.stream().map(answer -> answer.join().body()).distinct()).hasSize(1);
  }

  @Test
  void another_organizations_notices_are_not_there() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    post(notice("STOP"));
    final String other = keys.of(OTHER, OWNER);
    assertThat(api.get(PATH, other).body()).contains("\"items\":[]", "\"unread\":0");
    final String path = PATH + "/" + tables.one("select id from notice") + "/read";
    assertThat(api.post(path, other, "").statusCode()).isEqualTo(404);
    assertThat(tables.one("select count(*) from notice where read_at is null")).isEqualTo("1");
  }

  @Test
  void only_owners_and_moderators_read_it() {
    for (final String role : List.of(OPERATOR, AUDITOR, SENDER)) {
      assertThat(api.get(PATH, keys.with(role)).statusCode()).as(role).isEqualTo(403);
    }
    final String path = PATH + "/" + UUID.randomUUID() + "/read";
    assertThat(api.post(path, keys.with(SENDER), "").statusCode()).isEqualTo(403);
    assertThat(api.post(path, keys.with(OWNER), "").statusCode()).isEqualTo(404);
    assertThat(api.get(PATH, "nobody's").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "before=7"})
  void a_bad_question_is_told_so(final String query) {
    assertThat(api.get(PATH + "?" + query, keys.with(OWNER)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_bad_id_is_told_so() {
    assertThat(api.post(PATH + "/7/read", keys.with(OWNER), "").statusCode()).isEqualTo(400);
  }

  private static NewNotice notice(final String word) {
    return new NewNotice(
        OrganizationId.DEFAULT,
        "opt_out",
        null,
        null,
        Map.of("sender", "***-***-0143", "word", word));
  }

  private void post(final NewNotice... notices) {
    transactions.executeWrite(
        status -> {
          inbox.post(List.of(notices));
          return true;
        });
  }
}
