package io.gatehouse.feed;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.feed.EntryWritingRepository.Draft;
import io.gatehouse.message.MessageEvent;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever follows. Entries stand or fall with the transaction that adds them; those of one
 * transaction are written together just before its commit, in a single round trip.
 */
@Singleton
public class Feed {

  /**
   * Something to be told to whoever follows the feed.
   *
   * @param type what happened, as {@code thing.done}
   * @param event the message it is about; what was decided on it is added when the entry leaves
   * @param facts what else there is to know: never message text or addresses
   */
  public record NewEntry(
      OrganizationId organization,
      String type,
      @Nullable UUID conversation,
      @Nullable UUID event,
      Map<String, String> facts) {

    public NewEntry {
      facts = Map.copyOf(facts);
    }
  }

  private final EntryWritingRepository entries;
  private final TransactionOperations<Connection> transactions;
  private final Bell bell;
  private final Ids ids;
  private final Clock clock;
  private final Map<Connection, List<Draft>> pending = new ConcurrentHashMap<>();

  Feed(
      final EntryWritingRepository entries,
      final TransactionOperations<Connection> transactions,
      final Bell bell,
      final Ids ids,
      final Clock clock) {
    this.entries = entries;
    this.transactions = transactions;
    this.bell = bell;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds entries inside the running transaction, in their order; without one it fails. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(final List<NewEntry> added) {
    added.forEach(
        entry ->
            add(
                new Draft(
                    ids.next(),
                    entry.organization().value(),
                    entry.type(),
                    entry.conversation(),
                    entry.event(),
                    clock.instant(),
                    entry.facts())));
  }

  /** A message was recorded. */
  void decided(final MessageEvent event) {
    add(
        new Draft(
            ids.next(),
            event.origin().organization().value(),
            "message.decided",
            event.conversation(),
            event.id(),
            event.receivedAt(),
            Map.of()));
  }

  /** Something became of a message. */
  void became(final UUID event, final String what, final Map<String, String> facts) {
    add(new Draft(ids.next(), null, "message." + what, null, event, clock.instant(), facts));
  }

  private void add(final Draft draft) {
    pending
        .computeIfAbsent(
            transactions.getConnection(),
            connection -> {
              transactions
                  .findTransactionStatus()
                  .orElseThrow()
                  .registerSynchronization(new Writing(connection));
              return new ArrayList<>();
            })
        .add(draft);
  }

  /** A connection serves one transaction at a time, so it tells them apart. */
  private final class Writing implements TransactionSynchronization {

    private final Connection connection;

    Writing(final Connection connection) {
      this.connection = connection;
    }

    @Override
    public void beforeCommit(final boolean readOnly) {
      entries.write(connection, pending.getOrDefault(connection, List.of()));
    }

    @Override
    public void afterCommit() {
      bell.ring();
    }

    @Override
    public void afterCompletion(final Status status) {
      pending.remove(connection);
    }
  }
}
