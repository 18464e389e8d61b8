package io.gatehouse.intercept;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.frames.RequestReader;
import io.gatehouse.passage.Passage;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** What the connections share. */
@Factory
final class InterceptFactory {

  @Singleton
  Connection.Desk desk(
      final RequestReader reader,
      final Answering answering,
      final RateLimits limits,
      final InterceptSettings settings) {
    return new Connection.Desk(reader, answering, limits, settings);
  }

  @Singleton
  Judge judge(final Passage passage) {
    return new Judge() {
      @Override
      public CompletionStage<Told> message(final Asked asked) {
        return passage.ask(asked);
      }

      @Override
      public CompletionStage<Told> typed(final Asked asked) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
