package io.gatehouse.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.ScriptedModel;
import io.gatehouse.testkit.SharedModel;
import io.micronaut.context.annotation.Property;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A server that takes its time, and a gateway that does not wait for long. */
@NullUnmarked
@Property(name = "env.LLM_URL", value = SharedModel.URL)
@Property(name = "env.LLM_MODEL", value = ScriptedModel.NAME)
@Property(name = "env.LLM_TIMEOUT_MS", value = "300")
class SlowModelTest extends Reading {

  @Test
  void b52_silence_leaves_it_to_the_words() {
    leftToTheWords(ScriptedModel.silence());
  }

  @Test
  void b52_a_drip_leaves_it_to_the_words() {
    leftToTheWords(ScriptedModel.drip());
  }

  @Test
  void b52_whoever_waits_does_not_wait_for_further_tries() {
    choose(HELD);
    model.then(ScriptedModel.silence());
    final MessageEvent event = talk.says(walk, "Can you walk Rex at noon?");
    effects.runDue();
    assertThat(state(event)).isNotEqualTo("withheld");
    assertThat(model.asked()).hasSize(1);
    assertThat(last()).startsWith("keywords", "allow");
    assertThat(reasons()).contains("model: timed out");
  }

  private void leftToTheWords(final ScriptedModel.Turn turn) {
    choose(ALL);
    for (int i = 0; i < ModelHandler.TRIES; i++) {
      model.then(turn);
    }
    talk.says(walk, "I will murder you.");
    runAll();
    assertThat(last()).startsWith("keywords", "quarantine");
    assertThat(reasons()).contains("model: timed out");
    assertThat(model.asked()).hasSize(ModelHandler.TRIES);
  }
}
