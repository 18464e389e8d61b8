package io.gatehouse.intercept;

import io.gatehouse.chat.Told;
import io.gatehouse.frames.Reply;
import io.gatehouse.frames.Request;
import io.gatehouse.frames.Result;
import io.gatehouse.frames.Results;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Answers requests, whatever they came by; what fails, at once or later, fails the answer alone.
 */
@Singleton
class Answering {

  private final Judge judge;
  private final Results results;
  private final Executor blocking;

  Answering(
      final Judge judge,
      final Results results,
      @Named(TaskExecutors.BLOCKING) final Executor blocking) {
    this.judge = judge;
    this.results = results;
    this.blocking = blocking;
  }

  CompletionStage<String> answer(final Request.Intercept request) {
    final long since = System.nanoTime();
    return CompletableFuture.completedStage(request.message())
        .thenCompose(judge::message)
        .thenApplyAsync(
            told -> Reply.result(request, passed(since), results.of(request.message(), told)),
            blocking);
  }

  CompletionStage<String> answer(final Request.Preview request) {
    final long since = System.nanoTime();
    return CompletableFuture.completedStage(request.message())
        .thenCompose(judge::typed)
        .thenApplyAsync(
            told -> Reply.preview(request, passed(since), seen(request, told)), blocking);
  }

  private Result seen(final Request.Preview request, final Told told) {
    return results.of(request.message(), told);
  }

  private static Duration passed(final long since) {
    return Duration.ofNanos(System.nanoTime() - since);
  }
}
