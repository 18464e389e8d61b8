package io.gatehouse.rulings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Scores;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@GatehouseTest
@NullUnmarked
class RulingsTest {

  private static final Source POST = new Source("post", "p-1");

  @Inject Rulings rulings;
  @Inject Tables tables;
  @Inject TransactionOperations<Connection> transactions;

  @Test
  void a_decision_keeps_all_six_scores_and_who_made_it() {
    add(violence(0.7));
    assertThat(tables.one("select classifier from content_moderation_decision"))
        .isEqualTo("keywords");
    assertThat(tables.one("select scores ->> 'hate' from content_moderation_decision"))
        .isEqualTo("0.0");
    assertThat(tables.one("select reasons ->> 0 from content_moderation_decision"))
        .isEqualTo("a threat");
  }

  @Test
  void what_is_allowed_waits_for_nobody() {
    add(violence(0.2));
    assertThat(tables.count("content_moderation_decision")).isEqualTo(1);
    assertThat(tables.count("content_moderation_queue")).isZero();
  }

  @Test
  void what_is_quarantined_or_blocked_waits_for_a_person() {
    add(violence(0.7));
    add(ruling(new Source("post", "p-2"), Map.of(Category.HATE, 0.9), "a"));
    assertThat(tables.strings("select decision from content_moderation_queue order by number"))
        .containsExactly("quarantine", "block");
  }

  @Test
  void b56_another_text_that_is_allowed_clears_the_flags() {
    add(violence(0.7));
    assertThat(current("is_quarantined")).isEqualTo("t");
    add(ruling(POST, Map.of(), "another text"));
    assertThat(current("is_quarantined")).isEqualTo("f");
    assertThat(current("is_hidden")).isEqualTo("f");
    assertThat(tables.count("content_moderation_queue")).isZero();
  }

  @Test
  void b56_a_block_clears_the_quarantine() {
    add(violence(0.7));
    add(ruling(POST, Map.of(Category.HATE, 0.9), "another text"));
    assertThat(current("is_quarantined")).isEqualTo("f");
    assertThat(current("is_hidden")).isEqualTo("t");
    assertThat(tables.count("content_moderation_queue")).isEqualTo(1);
  }

  @Test
  void b50_nothing_that_was_decided_is_ever_changed() {
    add(violence(0.7));
    for (final String change :
        List.of(
            "update content_moderation_decision set decision = 'allow'",
            "delete from content_moderation_decision")) {
      assertThatThrownBy(() -> tables.run(change))
          .as(change)
          .hasStackTraceContaining("content_moderation_decision is append-only");
    }
  }

  @Test
  void b55_every_decision_belongs_to_an_organization() {
    assertThatThrownBy(
            () ->
                tables.run(
                    """
                    insert into content_moderation_decision (id, source_kind, source_id, classifier,
                      scores, decision, confidence, help, reasons, decided_at)
                    values (gen_random_uuid(), 'post', '1', 'keywords', '{}', 'allow', 0, false,
                      '[]', now())
                    """))
        .hasStackTraceContaining("organization_id");
  }

  @Test
  void a_decision_without_all_six_scores_is_refused_by_the_database() {
    assertThatThrownBy(
            () ->
                tables.run(
                    """
                    insert into content_moderation_decision (id, organization_id, source_kind,
                      source_id, classifier, scores, decision, confidence, help, reasons,
                      decided_at)
                    values (gen_random_uuid(), 'default', 'post', '1', 'keywords',
                      '{"hate": 0.1}', 'allow', 0, false, '[]', now())
                    """))
        .hasStackTraceContaining("scores_check");
  }

  @Test
  void many_are_added_at_once_and_none_stays_when_the_transaction_fails() {
    assertThatThrownBy(
            () ->
                transactions.executeWrite(
                    status -> {
                      rulings.add(
                          List.of(violence(0.7), ruling(new Source("post", "2"), Map.of(), "b")));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(tables.count("content_moderation_decision")).isZero();
    assertThat(tables.count("content_moderation_queue")).isZero();
  }

  @Test
  void two_decisions_on_one_source_at_once_are_a_mistake() {
    assertThatThrownBy(() -> add(violence(0.7), violence(0.1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_source_has_a_kind_of_one_word_and_an_id_of_one_line() {
    for (final List<String> wrong :
        List.of(
            List.of("", "1"),
            List.of("Post", "1"),
            List.of("po st", "1"),
            List.of("x".repeat(33), "1"),
            List.of("post", ""),
            List.of("post", "a\nb"),
            List.of("post", "x".repeat(201)))) {
      assertThatThrownBy(() -> new Source(wrong.getFirst(), wrong.getLast()))
          .as(wrong.toString())
          .isInstanceOf(Problem.class);
    }
    assertThat(Source.message(new UUID(1, 2)).isMessage()).isTrue();
  }

  private void add(final NewRuling... added) {
    transactions.executeWrite(status -> rulings.add(List.of(added)));
  }

  private String current(final String column) {
    return tables.one("select " + column + " from content_moderation_current");
  }

  private static NewRuling violence(final double score) {
    return ruling(POST, Map.of(Category.VIOLENCE, score), "a text");
  }

  private static NewRuling ruling(
      final Source source, final Map<Category, Double> scores, final String fingerprint) {
    return new NewRuling(
        OrganizationId.DEFAULT,
        source,
        Optional.empty(),
        Opinion.of(Scores.of(scores), false, Thresholds.STANDARD, "keywords", List.of("a threat")),
        new NewRuling.Content(Optional.of(fingerprint), Optional.empty()),
        TestClock.START);
  }
}
