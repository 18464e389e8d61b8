package io.gatehouse.intercept;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.settings.ChatSettings.OnFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides when a test says so, in whatever order; fails at once about {@code refuse}. */
final class FakeJudge implements Judge {

  private static final Told PASS = new Told.Unjudged(OnFailure.PASS);

  final Map<String, CompletableFuture<Told>> asked = new LinkedHashMap<>();

  @Override
  public CompletionStage<Told> message(final Asked message) {
    return keep(message.messageId());
  }

  @Override
  public CompletionStage<Told> typed(final Asked message) {
    return keep(message.content());
  }

  void pass(final String name) {
    open(name).complete(PASS);
  }

  void fail(final String name) {
    open(name).completeExceptionally(new IllegalStateException("a mistake of ours"));
  }

  private CompletableFuture<Told> open(final String name) {
    return asked.getOrDefault(name, new CompletableFuture<>());
  }

  private CompletionStage<Told> keep(final String name) {
    if (name.equals("refuse")) {
      throw new IllegalStateException("no room");
    }
    return asked.computeIfAbsent(name, any -> new CompletableFuture<>());
  }
}
