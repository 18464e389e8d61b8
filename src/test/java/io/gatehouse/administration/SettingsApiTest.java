package io.gatehouse.administration;

import static io.gatehouse.base.Caller.AUDITOR;
import static io.gatehouse.base.Caller.MODERATOR;
import static io.gatehouse.base.Caller.OPERATOR;
import static io.gatehouse.base.Caller.OWNER;
import static io.gatehouse.base.Caller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatehouseTest
class SettingsApiTest {

  private static final String PATH = "/api/settings";
  private static final OrganizationId HOME = OrganizationId.DEFAULT;

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final TestClock clock;
  private final SettingsBook book;

  SettingsApiTest(
      final Api api,
      final Keys keys,
      final Tables tables,
      final TestClock clock,
      final SettingsBook book) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
    this.book = book;
  }

  @Test
  void nothing_was_chosen_at_first_and_the_defaults_are_told() {
    final var answer = api.get(PATH, keys.with(MODERATOR));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
    assertThat(answer.body())
        .contains("\"version\":0", "\"document\":{}")
        .contains("\"region\":\"CA\"", "\"escalate_at\":3", "\"brand\":\"Our team\"");
  }

  /** Whoever has messages wait for a language model that there is not should hear of it. */
  @Test
  void what_has_no_effect_as_things_stand_is_named() {
    final String owner = keys.with(OWNER);
    assertThat(put(owner, "\"0\"", "{\"moderation\": {\"hold_for_model\": [\"sms\"]}}").body())
        .contains("\"without_effect\":[\"moderation.hold_for_model\"]");
    assertThat(put(owner, "\"1\"", "{\"moderation\": {\"model\": \"all\"}}").body())
        .contains("\"without_effect\":[\"moderation.model\"]");
  }

  @Test
  void a_change_is_in_force_at_once_and_audited() {
    final String owner = keys.with(OWNER);
    assertThat(book.current(HOME).region()).isEqualTo("CA");
    final var answer = put(owner, "\"0\"", "{\"region\": \"US\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(answer.body())
        .contains("\"document\":{\"region\":\"US\"}", "\"changed_by\":\"test owner\"")
        .contains("\"changed_at\":\"2026-03-02T14:30:00Z\"");
    assertThat(book.current(HOME).region()).isEqualTo("US");
    assertThat(book.current(HOME).version()).isEqualTo(1);
    assertThat(tables.one("select actor || ' ' || action || ' ' || details from audit_entry"))
        .isEqualTo("test owner settings.changed {\"version\": \"1\"}");
  }

  @Test
  void a_change_by_another_instance_is_seen_after_five_seconds() {
    assertThat(book.current(HOME).region()).isEqualTo("CA");
    tables.execute(
        "insert into settings_version (organization_id, version, document, changed_by)"
            + " values ('default', 1, '{\"region\": \"FR\"}', 'x')");
    clock.advance(Duration.ofMillis(4_999));
    assertThat(book.current(HOME).region()).isEqualTo("CA");
    clock.advance(Duration.ofMillis(1));
    assertThat(book.current(HOME).region()).isEqualTo("FR");
  }

  @Test
  void what_an_older_release_stored_does_not_stop_the_rest() {
    tables.execute(
        "insert into settings_version (organization_id, version, document, changed_by)"
            + " values ('default', 1, '{\"region\": \"FR\", \"gone\": [1]}', 'x')");
    assertThat(book.current(HOME).region()).isEqualTo("FR");
  }

  @Test
  void a_change_of_an_outdated_version_is_refused_with_the_current_one() {
    final String owner = keys.with(OWNER);
    put(owner, "\"0\"", "{}");
    final var answer = put(owner, "\"0\"", "{\"region\": \"US\"}");
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.body()).contains("\"settings_changed\"", "\"version\":1");
    assertThat(put(owner, "\"7\"", "{}").statusCode()).isEqualTo(412);
    assertThat(tables.one("select count(*) from settings_version")).isEqualTo("1");
    assertThat(tables.one("select count(*) from audit_entry")).isEqualTo("1");
  }

  @Test
  void of_many_changes_at_once_exactly_one_wins() {
    final String owner = keys.with(OWNER);
    final var answers =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> put(owner, "\"0\"", "{\"strikes\": {\"window_days\": 9}}")))
            .toList();
    final List<Integer> statuses =
        answers.stream().map(answer -> answer.join().statusCode()).sorted().toList();
    assertThat(statuses).startsWith(200, 412).doesNotContain(500).hasSize(16);
    assertThat(tables.one("select count(*) from settings_version")).isEqualTo("1");
    assertThat(tables.one("select count(*) from audit_entry")).isEqualTo("1");
  }

  @Test
  void every_fault_is_told_with_its_place_and_nothing_is_stored() {
    final var answer =
        put(keys.with(OWNER), "\"0\"", "{\"region\": 1, \"rules\": [{\"mode\": \"<b>\"}]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"/region\"", "\"/rules/0/mode\"").doesNotContain("<b>");
    assertThat(tables.one("select count(*) from settings_version")).isEqualTo("0");
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"region\":     | \"0\" | 400",
        "not json         | \"0\" | 400",
        "^^               | \"0\" | 400",
        "null             | \"0\" | 400",
        "[]               | \"0\" | 400",
        "\"x\"            | \"0\" | 400",
        "{}               | x     | 400",
        "{}               | *     | 400",
        "{}               |       | 428",
      })
  void a_bad_request_is_told_so(final String body, final String ifMatch, final int status) {
    final var answer = put(keys.with(OWNER), ifMatch, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(tables.one("select count(*) from settings_version")).isEqualTo("0");
  }

  @Test
  void an_oversized_document_is_refused() {
    final String body = "{\"words\": {\"brand\": \"" + "x".repeat(11_000_000) + "\"}}";
    assertThat(put(keys.with(OWNER), "\"0\"", body).statusCode()).isEqualTo(413);
  }

  @Test
  void only_an_owner_changes_and_a_sender_does_not_even_read() {
    for (final String role : List.of(OPERATOR, MODERATOR, AUDITOR, SENDER)) {
      assertThat(put(keys.with(role), "\"0\"", "{}").statusCode()).as(role).isEqualTo(403);
    }
    assertThat(api.get(PATH, keys.with(SENDER)).statusCode()).isEqualTo(403);
    assertThat(api.get(PATH, "nobody's").statusCode()).isEqualTo(401);
  }

  @Test
  void each_organization_has_its_own() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    final String other = keys.of(new OrganizationId("other"), OWNER);
    put(other, "0", "{\"region\": \"FR\"}");
    assertThat(api.get(PATH, other).body()).contains("\"version\":1");
    assertThat(api.get(PATH, keys.with(OWNER)).body()).contains("\"version\":0");
    assertThat(book.current(HOME).region()).isEqualTo("CA");
  }

  @Test
  void earlier_versions_can_be_read_in_pages() {
    final String owner = keys.with(OWNER);
    for (int i = 0; i < 3; i++) {
      put(owner, "\"" + i + "\"", "{\"strikes\": {\"window_days\": " + (i + 1) + "}}");
    }
    assertThat(api.get(PATH + "/versions?limit=2", owner).body())
        .contains("\"version\":3", "\"version\":2", "\"next\":\"2\"", "\"window_days\":3");
    assertThat(api.get(PATH + "/versions?limit=2&after=2", keys.with(AUDITOR)).body())
        .contains("\"version\":1", "\"changed_by\":\"test owner\"")
        .doesNotContain("next");
    assertThat(api.get(PATH + "/versions?limit=9999", owner).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> put(final String key, final String ifMatch, final String body) {
    final var request =
        api.request(PATH)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body));
    return api.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
  }
}
