package io.gatehouse.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.ScriptedModel;
import io.gatehouse.testkit.SharedModel;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that answers at once, rightly or not. */
@NullUnmarked
@Property(name = "env.LLM_URL", value = SharedModel.URL)
@Property(name = "env.LLM_MODEL", value = ScriptedModel.NAME)
class ReadAlongTest extends Reading {

  /** How a model may fail to have a say. */
  enum Mischief {
    PROSE(ScriptedModel.says("Looks fine."), "model: the answer had another form"),
    HALF(ScriptedModel.half(), "model: the answer was broken"),
    BUSY(ScriptedModel.busy(3), "model: too many requests"),
    FAILED(ScriptedModel.raw(500, "text/plain", "oh"), "model: its server failed"),
    PAGE(ScriptedModel.raw(200, "text/html", "<p>hi</p>"), "model: the answer was broken");

    private final ScriptedModel.Turn turn;
    private final String reason;

    Mischief(final ScriptedModel.Turn turn, final String reason) {
      this.turn = turn;
      this.reason = reason;
    }
  }

  @Test
  void unless_an_organization_says_so_no_text_leaves() {
    talk.says(walk, "I will murder you.");
    effects.runDue();
    assertThat(model.asked()).isEmpty();
    assertThat(tables.count("effect where kind = 'moderate'")).isZero();
  }

  @Test
  void b58_what_was_delivered_is_quarantined_by_a_model_that_saw_more() {
    choose(ALL);
    model.then(ScriptedModel.scores(Map.of("harassment", 0.8)));
    final MessageEvent event = talk.says(walk, "I know where your kids go to school.");
    assertThat(event.state()).isEqualTo(EventState.QUEUED);
    effects.runDue();
    assertThat(last()).containsExactly("model:scripted-1", "quarantine", "0.8");
    assertThat(tables.count("content_moderation_queue")).isOne();
    assertThat(tables.strings("select kind from notice")).contains("moderation_quarantined");
    assertThat(model.asked().getFirst().user()).contains("I know where your kids go to school.");
    assertThat(tables.one("select payload from effect where kind = 'moderate'")).isEqualTo("{}");
  }

  @ParameterizedTest
  @EnumSource(Mischief.class)
  void b52_any_doubt_leaves_it_to_the_words_and_says_so(final Mischief mischief) {
    choose(ALL);
    for (int i = 0; i < ModelHandler.TRIES; i++) {
      model.then(mischief.turn);
    }
    talk.says(walk, "I will murder you.");
    runAll();
    assertThat(last()).startsWith("keywords", "quarantine");
    assertThat(reasons()).contains(mischief.reason);
    assertThat(tables.one("select state from effect where kind = 'moderate'")).isEqualTo("done");
  }

  @Test
  void who_does_not_wait_is_worth_another_try() {
    choose(ALL);
    model.then(ScriptedModel.busy(30)).then(ScriptedModel.scores(Map.of("hate", 0.6)));
    talk.says(walk, "hello there");
    effects.runDue();
    clock.advance(Duration.ofSeconds(29));
    effects.runDue();
    assertThat(model.asked()).hasSize(1);
    clock.advance(Duration.ofSeconds(2));
    effects.runDue();
    assertThat(last()).startsWith("model:scripted-1", "quarantine");
  }

  @Test
  void doubtful_shows_the_model_only_what_the_words_stumble_over() {
    choose("\"model\":\"doubtful\"");
    talk.says(walk, "Can you walk Rex at noon?");
    talk.says(walk, "I will murder you.");
    effects.runDue();
    assertThat(model.asked()).hasSize(1);
    assertThat(model.asked().getFirst().user()).contains("murder");
  }

  @Test
  void what_waits_for_the_model_goes_on_when_it_finds_nothing() {
    choose(HELD);
    final MessageEvent event = talk.says(walk, "Can you walk Rex at noon?");
    assertThat(event.state()).isEqualTo(EventState.WITHHELD);
    effects.runDue();
    assertThat(state(event)).isNotEqualTo("withheld");
    assertThat(last()).startsWith("model:scripted-1", "allow");
  }

  @Test
  void what_waits_for_the_model_stays_when_it_is_to_be_hidden() {
    choose(HELD);
    model.then(ScriptedModel.scores(Map.of("hate", 0.95)));
    final MessageEvent event = talk.says(walk, "Can you walk Rex at noon?");
    effects.runDue();
    assertThat(state(event)).isEqualTo("withheld");
    assertThat(last()).startsWith("model:scripted-1", "block");
    assertThat(tables.count("content_moderation_queue")).isOne();
  }

  @Test
  void what_waits_goes_on_though_the_settings_changed_meanwhile() {
    choose(HELD);
    final MessageEvent event = talk.says(walk, "Can you walk Rex at noon?");
    choose("\"model\":\"off\"");
    effects.runDue();
    assertThat(model.asked()).isEmpty();
    assertThat(state(event)).isNotEqualTo("withheld");
    assertThat(reasons()).contains("model: not asked, it is off");
  }

  @Test
  void what_was_erased_meanwhile_is_not_shown_to_anybody() {
    choose(ALL);
    final MessageEvent event = talk.says(walk, "hello there");
    tables.execute("update message_text set text = '' where event_id = '" + event.id() + "'");
    effects.runDue();
    assertThat(model.asked()).isEmpty();
    assertThat(tables.one("select state from effect where kind = 'moderate'")).isEqualTo("done");
  }

  @Test
  void a_question_that_was_lost_in_a_crash_is_asked_again_and_told_once() {
    choose(ALL);
    talk.says(walk, "hello there");
    tables.execute("update effect set state = 'running', attempts = 1 where kind = 'moderate'");
    runAll();
    assertThat(model.asked()).hasSize(1);
    assertThat(tables.count("content_moderation_decision")).isOne();
  }

  @Test
  void the_owner_sees_which_model_reads_what_and_what_it_cost() {
    choose("\"model\":\"all\",\"model_tokens_per_day\":1000");
    talk.says(walk, "hello there");
    effects.runDue();
    assertThat(api.get("/api/moderation/model", keys.with(Caller.OWNER)).body())
        .contains(
            "\"model\":\"scripted-1\"",
            "\"state\":\"closed\"",
            "\"reads\":\"all\"",
            "\"tokens_today\":380",
            "\"tokens_per_day\":1000",
            "\"prompt_tokens\":300");
    assertThat(api.get("/api/doctor", keys.with(Caller.OWNER)).body())
        .contains("scripted-1 is there");
    assertThat(api.get("/health", "").body()).contains("\"model\":\"closed\"");
  }
}
