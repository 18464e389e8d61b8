package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.conduct.TestReader;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a chat application is told of what moderation thinks (S3.5). */
@GatehouseTest
@Property(name = "gatehouse.passage.budget", value = "20s")
class ModeratedChatTest {

  private static final String RULES =
      "\"rules\":[{\"category\":\"harassment\",\"words\":[\"zorble\"],\"weight\":0.7},"
          + "{\"category\":\"hate\",\"words\":[\"glimfar\"],\"weight\":0.9}]";

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final TestReader reader;
  private String key = "";

  ModeratedChatTest(final Api api, final Keys keys, final Tables tables, final TestReader reader) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.reader = reader;
  }

  @BeforeEach
  void take_a_key() {
    key = keys.with(Caller.SENDER);
    choose("{\"moderation\":{" + RULES + "}}");
  }

  @AfterEach
  void read_no_more() {
    reader.reads(false);
  }

  @Test
  void b58_what_is_quarantined_may_be_delivered_and_is_labelled() {
    assertThat(ask("m-1", "you zorble"))
        .contains(
            "\"allowed\":true",
            "\"action\":\"allow\"",
            "\"labels\":[\"moderation_harassment\"]",
            "\"recorded\":true")
        .doesNotContain("\"held\"", "nudge_message");
    assertThat(tables.count("content_moderation_queue")).isOne();
  }

  @Test
  void b58_what_is_blocked_is_held_and_its_author_accused_of_nothing() {
    final String answer = ask("m-1", "you glimfar");

    assertThat(answer)
        .contains(
            "\"allowed\":false",
            "\"action\":\"hard_block\"",
            "\"labels\":[\"moderation_hate\"]",
            "\"block_reason\":\"Our team: a person will read your message",
            "\"held\":true");
    assertThat(untimed(ask("m-1", "you glimfar"))).isEqualTo(untimed(answer));
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void what_is_typed_is_judged_by_both_layers_too() {
    assertThat(api.post("/api/intercept", key, Frames.preview("m-1", "t-1", "glimfar")).body())
        .contains("\"allowed\":false", "\"held\":true", "\"recorded\":false");
    assertThat(tables.count("content_moderation_decision")).isZero();
  }

  @Test
  void who_harms_themselves_is_told_kindly_and_who_seeks_help_nothing() {
    choose(
        "{\"moderation\":{\"rules\":[{\"category\":\"self_harm\",\"words\":[\"quibnik\"],"
            + "\"weight\":0.9}]}}",
        1);

    assertThat(ask("m-1", "a quibnik tonight")).contains("look after it. If you are in danger");
    assertThat(ask("m-2", "i want to die"))
        .contains("\"allowed\":true", "\"action\":\"allow\"")
        .doesNotContain("nudge_message", "\"held\"");
    assertThat(tables.strings("select kind from notice where kind like 'moderation%' order by id"))
        .containsExactly("moderation_held", "moderation_help");
  }

  @Test
  void a_channel_that_waits_for_a_model_says_so() {
    reader.reads(true);
    choose("{\"moderation\":{\"hold_for_model\":[\"chat\"]}}", 1);

    assertThat(ask("m-1", "see you at five"))
        .contains(
            "\"allowed\":false",
            "\"labels\":[]",
            "\"block_reason\":\"Your message is being looked at",
            "\"held\":true");
  }

  @Test
  void s4_20_with_moderation_off_nothing_is_said() {
    choose("{\"moderation\":{\"enabled\":false," + RULES + "}}", 1);

    assertThat(ask("m-1", "you glimfar"))
        .contains("\"allowed\":true", "\"labels\":[]")
        .doesNotContain("held");
  }

  @Test
  void a_check_says_what_moderation_thinks_and_leaves_the_action_to_the_first_layer() {
    assertThat(check("you glimfar"))
        .contains(
            "\"action\":\"allow\"", "\"moderation\":{\"decision\":\"block\"", "\"held\":true");
    assertThat(check("you zorble"))
        .contains("\"moderation\":{\"decision\":\"quarantine\"")
        .doesNotContain("\"held\"");
    assertThat(check("see you at five")).doesNotContain("moderation", "held");
    assertThat(tables.count("content_moderation_decision")).isZero();
  }

  private static String untimed(final String answer) {
    return answer.replaceFirst("\"processing_ms\":[0-9.]+", "");
  }

  private String ask(final String id, final String content) {
    return api.post("/api/intercept", key, Frames.intercept(id, "t-1", content)).body();
  }

  private String check(final String text) {
    return api.post("/api/check", key, "{\"channel\":\"chat\",\"text\":\"" + text + "\"}").body();
  }

  private void choose(final String document) {
    choose(document, 0);
  }

  private void choose(final String document, final int version) {
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with(Caller.OWNER))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(BodyPublishers.ofString(document)));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }
}
