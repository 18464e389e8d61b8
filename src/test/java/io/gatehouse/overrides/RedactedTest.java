package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redact mode: the other side gets a masked text, and the original once its owner says so. */
@NullUnmarked
class RedactedTest extends OverridesTest {

  private static final String WHY = "{\"reason\":\"the vet's own number\"}";

  @BeforeEach
  void redact() {
    settings(
        """
        {"rules":[{"channel":"sms","mode":"strict","redact":true},
                  {"channel":"chat","mode":"strict","redact":true}]}
        """);
  }

  @Test
  void only_the_masked_text_leaves_until_the_owner_releases_the_original_once() {
    final UUID event = says(LEAK).id();

    assertThat(relayed()).containsExactly("[REDACTED]: ***-***-0143, give me a call");
    assertThat(outside()).noneMatch(request -> request.contains("555-0143"));
    assertThat(shown(event)).contains("\"action\":\"redacted\"", "\"state\":\"sent\"");

    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(200);
    assertThat(relayed()).hasSize(2).last().isEqualTo(LEAK);
    assertThat(shown(event)).contains("\"action\":\"force_sent\"", "\"state\":\"sent\"");

    final var again = order(event, "force-send", WHY);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("\"state\":\"sent\"");
    assertThat(relayed()).hasSize(2);
  }

  @Test
  void clicks_at_the_same_moment_release_one_original_B64() throws Exception {
    final UUID event = says(LEAK).id();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var clicks =
          IntStream.range(0, 8)
              .mapToObj(n -> pool.submit(() -> order(event, "force-send", WHY).statusCode()))
              .toList();
      int accepted = 0;
      for (final var click : clicks) {
        accepted += click.get() == 200 ? 1 : 0;
      }
      assertThat(accepted).isOne();
    }
    assertThat(relayed()).containsOnlyOnce(LEAK).hasSize(2);
  }

  @Test
  void what_was_dismissed_is_not_released_any_more() {
    final UUID event = says(LEAK).id();
    order(event, "dismiss", "{\"verdict\":\"right\",\"reason\":\"a phone number\"}");

    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(409);
    assertThat(relayed()).hasSize(1);
  }

  @Test
  void a_chat_message_is_sent_masked_by_who_asked_and_cannot_be_quoted() {
    final var thread = conversation("thread-1", Channel.CHAT, null);

    final MessageEvent event = says(thread, LEAK);

    assertThat(event.state()).isEqualTo(EventState.SENT);
    assertThat(event.verdict().decision().plan().delivery()).isEqualTo(Delivery.REDACTED);
    assertThat(tables.count("effect")).isZero();
    assertThat(says(thread, "> " + LEAK).verdict().flagged()).isTrue();
  }

  private List<String> outside() {
    return tables.strings("select request::text from sandbox_effect");
  }
}
