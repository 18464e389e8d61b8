package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;

/** Messages that come at the same moment have one order, everywhere (issue: simultaneous ones). */
@NullUnmarked
class OrderTest extends SmsTest {

  private static final List<String> AT_ONCE =
      List.of(
          "Sure",
          "Thanks a lot",
          "The dog is happy",
          "He ate well",
          "What a day",
          "She is asleep",
          "Good to hear",
          "Enjoy the rain");

  @RepeatedTest(3)
  void what_is_sent_has_the_order_of_what_was_recorded() throws Exception {
    receive("SM", CLIENT, CLEAN);
    final var start = new CyclicBarrier(AT_ONCE.size());
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var posts =
          IntStream.range(0, AT_ONCE.size())
              .mapToObj(
                  n ->
                      pool.submit(
                          () -> {
                            start.await();
                            return webhook.sms(
                                "SM" + n, n % 3 == 0 ? SITTER : CLIENT, RELAY, AT_ONCE.get(n));
                          }))
              .toList();
      for (final var post : posts) {
        assertAccepted(post.get());
      }
    }
    effects.runDue();
    final var recorded = tables.strings("select id from message_event order by received_at, id");
    assertThat(recorded).hasSize(1 + AT_ONCE.size());
    assertThat(tables.strings("select event_id from effect order by number")).isEqualTo(recorded);
    assertThat(tables.strings("select event_id from sandbox_effect order by done_at, number"))
        .isEqualTo(recorded);
  }
}
