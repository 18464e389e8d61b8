package io.gatehouse.meters;

import io.gatehouse.breaker.Breaker;
import io.gatehouse.intercept.ConnectionCount;
import io.gatehouse.passage.PassageHealth;
import io.gatehouse.passage.PassageHealth.Answered;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows how chat is answered: in time, recorded or not, and what still lies on disk. */
@Singleton
class ChatMeters implements MeterBinder {

  private final Provider<PassageHealth> passage;
  private final Provider<ConnectionCount> connections;

  /** Both are asked for late: they need the database, whose pool wants the registry. */
  ChatMeters(final Provider<PassageHealth> passage, final Provider<ConnectionCount> connections) {
    this.passage = passage;
    this.connections = connections;
  }

  @Override
  public void bindTo(final MeterRegistry registry) {
    gauge("breaker.state", "0 closed, 1 half open, 2 open (S3.15)", at -> number(at.breaker()))
        .register(registry);
    gauge("breaker.failures", "Since something succeeded", PassageHealth::failureCount)
        .register(registry);
    gauge("chat.queue", "Waiting to be recorded, unanswered", PassageHealth::queue)
        .register(registry);
    gauge("backlog.messages", "Answered and not yet recorded", at -> at.backlog().messages())
        .register(registry);
    gauge("backlog.bytes", "The disk these take", at -> at.backlog().bytes()).register(registry);
    gauge("backlog.oldest", "Since the first was answered", at -> at.backlog().oldest().toSeconds())
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("gatehouse.connections", connections, at -> at.get().open())
        .description("Open WebSockets")
        .register(registry);
    answers(registry);
  }

  private void answers(final MeterRegistry registry) {
    count("answers", Answered::recorded).tag("how", "recorded").register(registry);
    count("answers", Answered::unrecorded).tag("how", "unrecorded").register(registry);
    count("answers", Answered::unjudged).tag("how", "unjudged").register(registry);
    count("late", Answered::late).register(registry);
    count("swept", Answered::swept).register(registry);
    count("lost", Answered::lost).register(registry);
  }

  private Gauge.Builder<Provider<PassageHealth>> gauge(
      final String name, final String description, final ToDoubleFunction<PassageHealth> figure) {
    return Gauge.builder("gatehouse." + name, passage, at -> figure.applyAsDouble(at.get()))
        .description(description);
  }

  private FunctionCounter.Builder<Provider<PassageHealth>> count(
      final String name, final ToDoubleFunction<Answered> figure) {
    return FunctionCounter.builder(
            "gatehouse.chat." + name, passage, at -> figure.applyAsDouble(at.get().answered()))
        .description("Chat messages since the start");
  }

  private static int number(final Breaker.State state) {
    return switch (state) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }
}
