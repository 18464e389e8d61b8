package io.gatehouse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.ChatRecorder;
import io.gatehouse.handover.Handover;
import io.gatehouse.message.Handling;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import io.gatehouse.testkit.RedisServer;
import io.gatehouse.testkit.TestClock;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Chat messages, from the gatekeeper to the stream, while Redis comes and goes (S3.16, B45). */
@GatehouseTest
@Needs(Part.REDIS)
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedToStreamTest implements TestPropertyProvider {

  private static final int ROUNDS = 40;

  private final RedisServer server = new RedisServer();
  private final StreamReader reader = new StreamReader(server.url());

  @Inject ChatRecorder recorder;
  @Inject Handover handover;
  @Inject TestClock clock;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("env.REDIS_URL", server.url());
  }

  @AfterAll
  void leave() {
    reader.close();
    server.close();
  }

  @Test
  void every_message_arrives_once_and_in_the_order_of_its_thread() throws Exception {
    final AtomicBoolean enough = new AtomicBoolean();
    final Thread turns = Thread.ofVirtual().start(() -> handOver(enough));
    for (int round = 0; round < ROUNDS; round++) {
      disturb(round);
      recorder.record(round(round), Handling.SCREEN);
    }
    enough.set(true);
    turns.join();
    final List<Map<String, String>> entries = reader.entries();
    assertThat(entries).hasSize(ROUNDS * Items.THREADS);
    assertThat(entries.getFirst()).containsKeys("timestamp", "emitted_at", "intercept_result");
    final Map<String, List<String>> threads =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getOrDefault("thread_id", ""),
                    Collectors.mapping(
                        entry -> entry.getOrDefault("message_id", ""), Collectors.toList())));
    assertThat(threads).hasSize(Items.THREADS);
    threads.forEach(
        (thread, messages) ->
            assertThat(messages)
                .containsExactlyElementsOf(
                    IntStream.range(0, ROUNDS).mapToObj(round -> thread + "-" + round).toList()));
  }

  private void disturb(final int round) {
    switch (round) {
      case 8, 33 -> server.kill();
      case 16, 34 -> server.start();
      case 20 -> server.hang();
      case 26 -> server.goOn();
      default -> {}
    }
  }

  /** Until all is handed over once there is no more; pauses after failures pass at once. */
  private void handOver(final AtomicBoolean enough) {
    while (!enough.get() || reader.redis().xlen("cis:messages") < ROUNDS * Items.THREADS) {
      clock.advance(Duration.ofSeconds(40));
      handover.runDue();
    }
    handover.runDue();
  }

  private List<Asked> round(final int round) {
    return IntStream.range(0, Items.THREADS)
        .mapToObj(thread -> asked("t" + thread, "t" + thread + "-" + round))
        .toList();
  }

  private Asked asked(final String thread, final String message) {
    return new Asked(
        OrganizationId.DEFAULT,
        message,
        thread,
        "u-" + thread,
        Optional.empty(),
        "The dog was happy today.",
        TestClock.START,
        Optional.empty(),
        "en");
  }
}
