package io.gatehouse.passage;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.ChatRecorder;
import io.gatehouse.chat.Told;
import io.gatehouse.message.Handling;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** Answers about chat messages. */
@Singleton
public class Passage {

  private final ChatRecorder recorder;
  private final ExecutorService blocking;

  Passage(
      final ChatRecorder recorder, @Named(TaskExecutors.BLOCKING) final ExecutorService blocking) {
    this.recorder = recorder;
    this.blocking = blocking;
  }

  /**
   * Judges and records a message. Those of one thread are answered in the order of asking. Never
   * ends in a failure of ours: what is answered then is the organization's choice.
   */
  public CompletionStage<Told> ask(final Asked asked) {
    return CompletableFuture.supplyAsync(
        () ->
            new Told.Judged(
                recorder.record(List.of(asked), Handling.SCREEN).getFirst(), true, false),
        blocking);
  }
}
