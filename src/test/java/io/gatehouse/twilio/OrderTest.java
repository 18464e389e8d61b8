package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;

/** Messages that come at the same moment have one order, everywhere (issue: simultaneous ones). */
@NullUnmarked
class OrderTest extends SmsTest {

  private static final int AT_ONCE = 12;

  @RepeatedTest(3)
  void what_is_sent_has_the_order_of_what_was_recorded() throws Exception {
    final var start = new CyclicBarrier(AT_ONCE);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var posts =
          IntStream.range(0, AT_ONCE)
              .mapToObj(
                  n ->
                      pool.submit(
                          () -> {
                            start.await();
                            return webhook.sms(
                                "SM" + n,
                                n % 3 == 0 ? SITTER : CLIENT,
                                RELAY,
                                "Message " + "i".repeat(n));
                          }))
              .toList();
      for (final var post : posts) {
        assertAccepted(post.get());
      }
    }
    effects.runDue();
    final var recorded = tables.strings("select id from message_event order by received_at, id");
    assertThat(recorded).hasSize(AT_ONCE);
    assertThat(tables.strings("select event_id from effect order by number")).isEqualTo(recorded);
    assertThat(tables.strings("select event_id from sandbox_effect order by done_at, number"))
        .isEqualTo(recorded);
  }
}
