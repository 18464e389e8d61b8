package io.gatehouse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.GatehouseTest;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Transactions that end in another order than they began. */
@GatehouseTest
@NullUnmarked
class FeedOrderTest {

  @Inject Talk talk;
  @Inject Feed feed;
  @Inject Following following;
  @Inject TransactionOperations<Connection> transactions;
  @Inject DataSource database;
  @Inject Conversations conversations;
  @Inject EntryRepository entries;
  @Inject Items items;
  @Inject Reading reading;

  @Test
  void what_an_open_transaction_will_tell_is_not_skipped() throws Exception {
    final var added = new CountDownLatch(1);
    final var end = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      final Future<?> slow =
          threads.submit(
              () ->
                  transactions.executeWrite(
                      status -> {
                        add(status.getConnection(), "slow");
                        added.countDown();
                        await(end);
                        return true;
                      }));
      await(added);
      talk.says(talk.issue("ISS-1"), Talk.CLEAN);

      final var early = following.all();
      assertThat(early.items()).isEmpty();
      end.countDown();
      slow.get();
      assertThat(following.after(early.next()).all("type"))
          .containsExactly("slow", "message.decided");
    }
  }

  @Test
  void a_reader_that_takes_long_holds_up_nothing() throws Exception {
    try (Connection report = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
      report.setAutoCommit(false);
      report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      report.createStatement().executeQuery("select count(*) from organization").close();
      talk.says(talk.issue("ISS-1"), Talk.CLEAN);

      assertThat(following.all().items()).hasSize(1);
      report.rollback();
    }
  }

  /** The end is seen before the entries are. */
  @Test
  void what_settles_in_the_middle_of_reading_is_not_read_twice() {
    final var wanted = new Reading.Wanted(OrganizationId.DEFAULT, null, null);
    final Conversation issue = talk.issue("ISS-1");
    talk.says(issue, Talk.CLEAN);
    final var busy = new Reading(before("afterOf", () -> talk.says(issue, Talk.CLEAN)), items);

    final Reading.Stretch first = busy.after(Place.START, wanted, 100);
    assertThat(first.items()).hasSize(2);
    assertThat(reading.after(first.next(), wanted, 100).items()).isEmpty();
  }

  /** The entries, and something happens before they are asked for. */
  private EntryRepository before(final String question, final Runnable happening) {
    return (EntryRepository)
        Proxy.newProxyInstance(
            EntryRepository.class.getClassLoader(),
            new Class<?>[] {EntryRepository.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(question)) {
                happening.run();
              }
              return method.invoke(entries, arguments);
            });
  }

  /** As one does that has written of other conversations before it gets to this one. */
  @Test
  void within_a_thread_an_older_transaction_may_come_second() throws Exception {
    final Conversation walk = chat("walk-1");
    final var begun = new CountDownLatch(1);
    final var go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      final Future<MessageEvent> older =
          threads.submit(
              () ->
                  transactions.executeWrite(
                      status -> {
                        number(status.getConnection());
                        begun.countDown();
                        await(go);
                        return talk.says(walk, Talk.LEAK);
                      }));
      await(begun);
      final MessageEvent first = talk.says(walk, Talk.CLEAN);
      go.countDown();
      final MessageEvent second = older.get();

      assertThat(following.ask("?thread=walk-1").all("event_id"))
          .containsExactly(first.id().toString(), second.id().toString());
    }
  }

  @Test
  void many_at_once_are_followed_without_a_gap_and_in_the_order_of_their_threads()
      throws Exception {
    final List<Conversation> walks = List.of(chat("c-0"), chat("c-1"), chat("c-2"), chat("c-3"));
    final List<Map<String, Object>> heard = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      final List<Future<?>> talks = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        final Conversation walk = walks.get(i % walks.size());
        talks.add(threads.submit(() -> talk.says(walk, Talk.CLEAN)));
      }
      String cursor = "0-0-0";
      boolean over = false;
      while (!over) {
        over = talks.stream().allMatch(Future::isDone);
        final var answer = following.ask("?limit=7&after=" + cursor);
        heard.addAll(answer.items());
        cursor = answer.next();
        over &= answer.items().isEmpty();
      }
    }
    assertThat(heard).hasSize(120).doesNotHaveDuplicates();
    for (final Conversation walk : walks) {
      assertThat(
              heard.stream()
                  .filter(item -> walk.externalRef().equals(item.get("conversation")))
                  .map(item -> String.valueOf(item.get("event_id"))))
          .hasSize(30)
          .isSorted();
    }
  }

  private void add(final Connection connection, final String type) {
    feed.add(List.of(new Feed.NewEntry(OrganizationId.DEFAULT, type, null, null, Map.of())));
    number(connection);
  }

  /** From now on the transaction is older than those that write first after it. */
  private static void number(final Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_current_xact_id()");
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Conversation chat(final String thread) {
    return conversations.register(
        OrganizationId.DEFAULT,
        Channel.CHAT,
        thread,
        new Registration(null, null, List.of(), Known.NOTHING, null));
  }

  private static void await(final CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing happened");
      }
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
