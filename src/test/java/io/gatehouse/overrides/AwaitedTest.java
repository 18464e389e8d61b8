package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Scores;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.conduct.TestReader;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.rulings.ReviewListener.Reviewed;
import io.gatehouse.rulings.Source;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message may wait for a second opinion, or for a reviewer's, and goes on once. */
@NullUnmarked
class AwaitedTest extends OverridesTest {

  private static final String CLEAN = "see you at five";

  @Inject SecondOpinion second;
  @Inject ReviewedMessage reviewed;
  @Inject TestReader reader;

  @BeforeEach
  void wait_for_the_model() {
    reader.reads(true);
    settings(
        "{\"moderation\":{\"hold_for_model\":[\"sms\",\"chat\"]," + ModeratedTest.RULES + "}}");
  }

  @AfterEach
  void read_no_more() {
    reader.reads(false);
  }

  @Test
  void a_message_waits_until_the_model_has_read_it() {
    final MessageEvent event = says(CLEAN);
    assertThat(event.state()).isEqualTo(EventState.WITHHELD);
    assertThat(tables.strings("select kind from effect")).doesNotContain("sms.relay");

    second.heard(HERE, event.id(), thinks(Category.VIOLENCE, 0.1));
    second.heard(HERE, event.id(), thinks(Category.VIOLENCE, 0.1));

    assertThat(shown(event.id()))
        .contains("\"state\":\"queued\"", "\"by\":\"model:m1\"", "\"decision\":\"allow\"");
    assertThat(relayed()).containsExactly(CLEAN);
    assertThat(tables.count("notice")).isZero();
  }

  @Test
  void what_the_model_hides_stays_and_its_author_and_the_owner_are_told() {
    final MessageEvent event = says(CLEAN);

    second.heard(HERE, event.id(), thinks(Category.HATE, 0.95));
    second.heard(HERE, event.id(), thinks(Category.HATE, 0));

    assertThat(relayed()).isEmpty();
    assertThat(tables.strings("select kind from notice")).containsExactly("moderation_held");
    assertThat(tables.strings("select payload->>'text' from effect where kind = 'sms.reply'"))
        .containsExactly("moderation.held");
    assertThat(order(event.id(), "force-send", ModeratedTest.WHY).statusCode()).isEqualTo(200);
    assertThat(relayed()).containsExactly(CLEAN);
  }

  @Test
  void a_leak_stays_with_the_owner_whatever_the_model_thinks_of_its_tone() {
    final MessageEvent event = says(LEAK);

    second.heard(HERE, event.id(), thinks(Category.HATE, 0));

    assertThat(relayed()).isEmpty();
    assertThat(shown(event.id())).contains("\"state\":\"withheld\"");
    assertThat(tables.one("select resolved_at is null from anti_poaching_attempt")).isEqualTo("t");
  }

  @Test
  void what_words_alone_hide_no_program_lets_go() {
    final MessageEvent event = says(ModeratedTest.HIDDEN);

    second.heard(HERE, event.id(), thinks(Category.HATE, 0));

    assertThat(relayed()).isEmpty();
    assertThat(tables.count("content_moderation_queue")).isOne();
  }

  @Test
  void what_was_delivered_can_only_be_looked_at() {
    reader.reads(false);
    final MessageEvent event = says(CLEAN);
    assertThat(relayed()).containsExactly(CLEAN);

    second.heard(HERE, event.id(), thinks(Category.HATE, 0.95));

    assertThat(shown(event.id())).contains("\"decision\":\"quarantine\"", "\"state\":\"sent\"");
    assertThat(tables.strings("select kind from notice")).containsExactly("moderation_quarantined");
  }

  @Test
  void who_asks_about_a_chat_message_may_deliver_it_after_the_models_word() {
    final MessageEvent event = says(conversation("c-1", Channel.CHAT, null), CLEAN);
    assertThat(event.state()).isEqualTo(EventState.WITHHELD);

    second.heard(HERE, event.id(), thinks(Category.HATE, 0));

    assertThat(shown(event.id())).contains("\"state\":\"sent\"");
    assertThat(api.get("/api/events?type=message.released", owner).body())
        .contains("model:m1", event.id().toString());
  }

  @Test
  void s4_19_what_a_reviewer_clears_goes_on_once_and_a_leak_does_not() {
    final MessageEvent event = says(ModeratedTest.HIDDEN);
    final MessageEvent leak = says("you glimfar, call me at 604-555-0143");

    reviewed.reviewed(cleared(event));
    reviewed.reviewed(cleared(event));
    reviewed.reviewed(cleared(leak));

    assertThat(relayed()).containsExactly(ModeratedTest.HIDDEN);
    assertThat(shown(leak.id())).contains("\"state\":\"withheld\"");
  }

  private static Reviewed cleared(final MessageEvent event) {
    return new Reviewed(
        HERE,
        new UUID(1, 1),
        Source.message(event.id()),
        Optional.of(event.id()),
        Ruling.BLOCK,
        Ruling.ALLOW,
        "moderator",
        "it is a name");
  }

  private static Opinion thinks(final Category category, final double score) {
    return Opinion.of(
        Scores.of(Map.of(category, score)), false, Thresholds.STANDARD, "model:m1", List.of());
  }
}
