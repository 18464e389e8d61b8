package io.gatehouse.passage;

import io.gatehouse.backlog.Entry;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message on its way to its answer, which it gets from whoever has one first. */
final class Ticket {

  private static final Logger LOG = LoggerFactory.getLogger(Ticket.class);
  private static final int LONGEST_SECONDS = 2;

  private final Asked asked;
  private final CompletableFuture<Told> answer = new CompletableFuture<>();
  private final CompletableFuture<Optional<Entry>> kept = new CompletableFuture<>();
  private final AtomicBoolean claimed = new AtomicBoolean();

  Ticket(final Asked asked) {
    this.asked = asked;
  }

  Asked asked() {
    return asked;
  }

  CompletionStage<Told> answer() {
    return answer;
  }

  /** Whether the caller is the one to answer. */
  boolean claim() {
    return claimed.compareAndSet(false, true);
  }

  boolean isClaimed() {
    return claimed.get();
  }

  void tell(final Told told) {
    answer.complete(told);
  }

  /**
   * What became of it where it was answered without being recorded.
   *
   * @param entry none where nothing is to be recorded any more, or could be kept
   */
  void kept(final Optional<Entry> entry) {
    kept.complete(entry);
  }

  /** Whether it is recorded, kept or refused, so that the next of its thread may be. */
  boolean isSettled() {
    return settled().isDone();
  }

  /** Waits for that while another thread sees to it. */
  void awaitSettled() {
    try {
      settled().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (final ExecutionException | TimeoutException odd) {
      LOG.warn("a message takes more than {} s to be kept", LONGEST_SECONDS);
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<Object> settled() {
    return CompletableFuture.anyOf(kept, answer);
  }

  /** Has a look once that is known. */
  void whenKept(final Consumer<Entry> look) {
    kept.thenAccept(entry -> entry.ifPresent(look));
  }
}
