package io.gatehouse.passage;

import io.gatehouse.backlog.Entry;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A message on its way to its answer, which it gets from whoever has one first. */
final class Ticket {

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

  /** Has a look once that is known. */
  void whenKept(final Consumer<Entry> look) {
    kept.thenAccept(entry -> entry.ifPresent(look));
  }
}
