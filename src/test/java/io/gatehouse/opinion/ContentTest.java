package io.gatehouse.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Scores;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.Effects;
import io.gatehouse.rulings.NewRuling;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.Source;
import io.gatehouse.rulings.Texts;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.ScriptedModel;
import io.gatehouse.testkit.SharedModel;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Content that another system keeps, of which a text is kept here for a while. */
@GatehouseTest
@Property(name = "env.LLM_URL", value = SharedModel.URL)
@Property(name = "env.LLM_MODEL", value = ScriptedModel.NAME)
class ContentTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final Source POST = new Source("post", "17");
  private static final Opinion NOTHING =
      Opinion.of(Scores.NONE, false, Thresholds.STANDARD, "keywords", List.of());

  private final ModelOrders orders;
  private final Rulings rulings;
  private final Texts texts;
  private final Effects effects;
  private final TransactionOperations<Connection> transactions;
  private final Tables tables;
  private final Api api;
  private final Keys keys;

  private ScriptedModel model = SharedModel.ready();

  ContentTest(
      final ModelOrders orders,
      final Rulings rulings,
      final Texts texts,
      final Effects effects,
      final TransactionOperations<Connection> transactions,
      final Tables tables,
      final Api api,
      final Keys keys) {
    this.orders = orders;
    this.rulings = rulings;
    this.texts = texts;
    this.effects = effects;
    this.transactions = transactions;
    this.tables = tables;
    this.api = api;
    this.keys = keys;
  }

  @BeforeEach
  void start() {
    model = SharedModel.ready();
  }

  @Test
  void a_second_opinion_is_a_further_decision_on_the_same_text() {
    choose("all");
    model.then(ScriptedModel.scores(Map.of("hate", 0.9)));
    assertThat(classified("go back where you came from")).isTrue();
    effects.runDue();
    assertThat(
            tables.strings(
                "select concat_ws(' ', classifier, decision, fingerprint, url)"
                    + " from content_moderation_decision order by number"))
        .containsExactly(
            "keywords allow f https://x.example/17",
            "model:scripted-1 block f https://x.example/17");
    assertThat(tables.count("content_moderation_queue")).isOne();
  }

  @Test
  void classified_content_is_read_as_people_see_it_and_the_feed_hears_of_it() {
    choose("all");
    model.then(ScriptedModel.scores(Map.of("hate", 0.9)));
    final String answer =
        api.post(
                "/api/moderation/classify",
                keys.with(Caller.OWNER),
                """
                {"source":{"kind":"post","id":"18"},"format":"html",
                 "text":"<p>go <b>back</b> where you came from</p>"}""")
            .body();
    assertThat(answer).contains("\"decision\":\"allow\"", "keywords");
    effects.runDue();
    assertThat(model.asked().getFirst().user())
        .contains("go back where you came from")
        .doesNotContain("<b>");
    assertThat(tables.strings("select type from feed_entry")).contains("moderation.decided");
    assertThat(tables.count("content_moderation_text")).isOne();
  }

  @Test
  void a_text_that_nobody_has_to_look_at_is_forgotten() {
    choose("all");
    classified("hello");
    assertThat(tables.count("content_moderation_text")).isOne();
    effects.runDue();
    assertThat(model.asked()).hasSize(1);
    assertThat(tables.count("content_moderation_text")).isZero();
  }

  @Test
  void nothing_is_ordered_unless_the_organization_wants_it() {
    assertThat(classified("hello")).isFalse();
    assertThat(tables.count("effect")).isZero();
  }

  @Test
  void nothing_is_ordered_where_the_words_give_no_reason_to_doubt() {
    choose("doubtful");
    assertThat(classified("hello")).isFalse();
  }

  @Test
  void a_text_that_is_not_kept_any_more_is_nothing_to_read() {
    choose("all");
    classified("hello");
    tables.execute("delete from content_moderation_text");
    effects.runDue();
    assertThat(model.asked()).isEmpty();
    assertThat(tables.one("select state from effect")).isEqualTo("done");
  }

  private boolean classified(final String text) {
    return transactions.executeWrite(
        transaction -> {
          rulings.add(
              List.of(
                  new NewRuling(
                      HERE,
                      POST,
                      Optional.empty(),
                      NOTHING,
                      new NewRuling.Content(Optional.of("f"), Optional.of("https://x.example/17")),
                      TestClock.START)));
          texts.keep(HERE, POST, Texts.CONTENT, text);
          return orders.order(HERE, POST, Format.PLAIN, NOTHING);
        });
  }

  private void choose(final String reads) {
    tables.execute(
        """
        insert into settings_version (organization_id, version, document, changed_at, changed_by)
        values ('default', 1, '{"moderation": {"model": "%s"}}', now(), 'test')
        """
            .formatted(reads));
  }
}
