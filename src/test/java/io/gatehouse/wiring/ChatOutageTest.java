package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Entry;
import io.gatehouse.backlog.Messages;
import io.gatehouse.breaker.Breaker.State;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Chat;
import io.gatehouse.chat.Told;
import io.gatehouse.message.Handling;
import io.gatehouse.passage.Passage;
import io.gatehouse.passage.PassageHealth;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.gatehouse.testkit.TestDatasource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chat goes on while the database is away, and nothing of it is lost (S3.1, S3.15, B43). */
class ChatOutageTest {

  private static final int MESSAGES = 1_000;
  private static final int THREADS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Proxy way = new Proxy();

  @Test
  void a_thousand_messages_pass_an_outage_and_all_are_recorded_in_order()
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    final Map<String, Object> properties = new HashMap<>(TestDatasource.properties(way.jdbc()));
    properties.put("test.clock", "machine");
    properties.put("env.CIRCUIT_BREAKER_RESET_MS", "200");
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties, "test")) {
      endure(server.getApplicationContext());
    }
  }

  /** Whatever was answered unrecorded by a process that is killed is recorded by the next. */
  @Test
  void what_a_process_left_is_recorded_at_the_next_start(@TempDir final Path data)
      throws IOException {
    final Backlog left = new Backlog(data.resolve("backlog"), 1 << 20, Messages.SEALER);
    final Asked asked = Chat.asked("m1", "t1", "ann", "call me on 604-555-0143");
    left.keep(new Entry(UUID.randomUUID(), asked, Handling.PASSED, TestClock.START));
    left.close();
    final Map<String, Object> properties = new HashMap<>(TestDatasource.properties(way.jdbc()));
    properties.put("env.GATEHOUSE_DATA", data.toString());
    try (ApplicationContext context = ApplicationContext.run(properties, "test")) {
      context.getBean(Tables.class).clear();
    }
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties, "test")) {
      final Tables tables = server.getApplicationContext().getBean(Tables.class);
      await(() -> tables.count("message_event where state = 'visible'") == 1);
      await(() -> tables.count("notice where kind = 'chat_unrecorded'") == 1);
    }
  }

  private void endure(final ApplicationContext context)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    final Tables tables = context.getBean(Tables.class);
    tables.clear();
    final Passage passage = context.getBean(Passage.class);
    final PassageHealth health = context.getBean(PassageHealth.class);
    assertThat(ask(passage, "first", 0).get(10, TimeUnit.SECONDS)).isInstanceOf(Told.Judged.class);
    await(() -> health.backlog().messages() == 0);
    way.cut();
    final List<CompletableFuture<Told>> answers = new ArrayList<>();
    for (int number = 1; number <= MESSAGES; number++) {
      answers.add(ask(passage, "t" + number % THREADS, number));
    }
    for (final CompletableFuture<Told> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              Told.Judged.class,
              told -> {
                assertThat(told.recorded()).isFalse();
                assertThat(told.deliver()).isTrue();
              });
    }
    assertThat(health.backlog().messages()).isEqualTo(MESSAGES);
    assertThat(health.answered().unrecorded()).isGreaterThanOrEqualTo(MESSAGES);
    way.mend();
    await(() -> health.backlog().messages() == 0);
    assertThat(health.breaker()).isEqualTo(State.CLOSED);
    allThere(tables);
    await(() -> tables.count("notice where kind = 'chat_unrecorded'") == 1);
  }

  private static void allThere(final Tables tables) {
    final List<String> recorded =
        tables.strings(
            "select (envelope ->> 'thread_id') || ' ' || (envelope ->> 'message_id')"
                + " from message_event where handling = 'passed' and state = 'visible'"
                + " order by id");
    assertThat(recorded).hasSize(MESSAGES).doesNotHaveDuplicates();
    IntStream.range(0, THREADS)
        .forEach(
            thread ->
                assertThat(
                        recorded.stream()
                            .filter(line -> line.startsWith("t" + thread + " "))
                            .map(line -> Integer.parseInt(line.substring(line.indexOf(" m") + 2))))
                    .isSorted());
  }

  private static CompletableFuture<Told> ask(
      final Passage passage, final String thread, final int number) {
    return passage
        .ask(Chat.asked("m" + number, thread, "ann", "see you at five"))
        .toCompletableFuture();
  }

  private static void await(final BooleanSupplier condition) {
    final long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
