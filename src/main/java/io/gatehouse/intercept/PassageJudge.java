package io.gatehouse.intercept;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Preview;
import io.gatehouse.chat.Told;
import io.gatehouse.passage.Passage;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Asks the passage about messages, and nobody further about what is being typed. */
@Singleton
final class PassageJudge implements Judge {

  private final Passage passage;
  private final Preview preview;
  private final Executor blocking;

  PassageJudge(
      final Passage passage,
      final Preview preview,
      @Named(TaskExecutors.BLOCKING) final Executor blocking) {
    this.passage = passage;
    this.preview = preview;
    this.blocking = blocking;
  }

  @Override
  public CompletionStage<Told> message(final Asked asked) {
    return passage.ask(asked);
  }

  @Override
  public CompletionStage<Told> typed(final Asked asked) {
    return CompletableFuture.supplyAsync(() -> preview.preview(asked), blocking);
  }
}
