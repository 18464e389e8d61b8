package io.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Environment.Model;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.categories.Category;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.ScriptedModel;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GatehouseTest
class ModelGatewayTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final int COST = ScriptedModel.PROMPT_TOKENS + ScriptedModel.COMPLETION_TOKENS;

  private final ScriptedModel server = new ScriptedModel();
  private final List<String> outcomes = new ArrayList<>();
  private final UsageBook usage;
  private final Tables tables;
  private final TestClock clock;
  private final ModelGateway unnamed;
  private final ModelGateway gateway;

  ModelGatewayTest(
      final UsageBook usage,
      final Tables tables,
      final TestClock clock,
      final ModelGateway unnamed) {
    this.usage = usage;
    this.tables = tables;
    this.clock = clock;
    this.unnamed = unnamed;
    this.gateway = gateway(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_a_model_nothing_is_asked() {
    assertThat(unnamed.name()).isEmpty();
    assertThat(unnamed.breaker()).isEmpty();
    assertThat(unnamed.ask(HERE, "hello", 0)).isEqualTo(unsure(Doubt.OFF));
    assertThat(unnamed.look()).isEqualTo(new ModelGateway.Absent(Doubt.OFF));
  }

  @Test
  void b53_all_of_a_long_text_is_seen_and_its_worst_part_counts() {
    server
        .then(ScriptedModel.scores(Map.of("sexual", 0.2, "hate", 0.3)))
        .then(ScriptedModel.scores(Map.of("sexual", 0.1, "hate", 0.9), true));
    final String text = "x".repeat(2_500) + "the end";
    assertThat(gateway.ask(HERE, text, 0))
        .isInstanceOfSatisfying(
            ModelAnswer.Scored.class,
            scored -> {
              assertThat(scored.scores().of(Category.HATE)).isEqualTo(0.9);
              assertThat(scored.scores().of(Category.SEXUAL)).isEqualTo(0.2);
              assertThat(scored.help()).isTrue();
            });
    assertThat(server.asked()).hasSize(2);
    assertThat(server.asked().getLast().user()).contains("the end");
    assertThat(server.asked().getFirst().nonce()).isNotEqualTo(server.asked().getLast().nonce());
  }

  @Test
  void b53_doubt_about_one_part_is_doubt_about_all() {
    server.then(ScriptedModel.scores(Map.of())).then(ScriptedModel.says("No."));
    assertThat(gateway.ask(HERE, "x".repeat(5_000), 0)).isEqualTo(unsure(Doubt.OTHER_FORM));
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void b53_what_is_too_long_is_not_asked_about() {
    assertThat(gateway.ask(HERE, "x".repeat(21_801), 0)).isEqualTo(unsure(Doubt.TOO_LONG));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void what_it_cost_is_kept_by_organization_and_day() {
    server.then(ScriptedModel.scores(Map.of())).then(ScriptedModel.says("No."));
    gateway.ask(HERE, "hello", 0);
    gateway.ask(HERE, "hello", 0);
    assertThat(usage.days(HERE, 10))
        .containsExactly(
            new ModelDay(
                java.time.LocalDate.of(2026, 3, 2),
                ScriptedModel.NAME,
                2,
                1,
                2L * ScriptedModel.PROMPT_TOKENS,
                2L * ScriptedModel.COMPLETION_TOKENS));
    assertThat(outcomes).containsExactly(ModelWitness.ANSWERED, "other_form");
    assertThat(tables.count("model_usage")).isOne();
  }

  @Test
  void a_daily_ceiling_ends_with_the_day() {
    assertThat(gateway.ask(HERE, "hello", COST)).isInstanceOf(ModelAnswer.Scored.class);
    assertThat(gateway.ask(HERE, "hello", COST)).isEqualTo(unsure(Doubt.SPENT));
    assertThat(gateway.ask(HERE, "hello", COST + 1)).isInstanceOf(ModelAnswer.Scored.class);
    clock.advance(Duration.ofDays(1));
    assertThat(gateway.ask(HERE, "hello", COST)).isInstanceOf(ModelAnswer.Scored.class);
    assertThat(usage.days(HERE, 10)).hasSize(2);
  }

  @Test
  void whoever_is_left_in_peace_costs_nothing() {
    for (int i = 0; i < ModelFactory.FAILURES; i++) {
      server.then(ScriptedModel.busy(1));
      gateway.ask(HERE, "hello", 0);
    }
    assertThat(gateway.breaker()).contains(Breaker.State.OPEN);
    assertThat(gateway.ask(HERE, "hello", 0)).isEqualTo(unsure(Doubt.RESTING));
    assertThat(usage.today(HERE)).isZero();
    assertThat(usage.days(HERE, 1).getFirst().requests()).isEqualTo(ModelFactory.FAILURES);
  }

  @Test
  void a_look_says_whether_the_model_is_there() {
    assertThat(gateway.look()).isEqualTo(new ModelGateway.Listed());
    server.close();
    assertThat(gateway.look()).isEqualTo(new ModelGateway.Absent(Doubt.UNREACHABLE));
    assertThat(usage.days(HERE, 1)).isEmpty();
  }

  private static ModelAnswer unsure(final Doubt why) {
    return new ModelAnswer.Unsure(why);
  }

  private ModelGateway gateway(final String url) {
    final var model =
        new Model(URI.create(url), ScriptedModel.NAME, Optional.empty(), Duration.ofSeconds(20));
    final var asker =
        new Asker(
            model,
            new Questions(new SecureRandom()),
            new Completions(model),
            new Breaker(clock, ModelFactory.FAILURES, ModelFactory.REST));
    return new ModelGateway(
        asker,
        usage,
        List.of((organization, outcome, tokens, took) -> outcomes.add(outcome)),
        clock);
  }
}
