package io.gatehouse.tracing;

import io.gatehouse.gate.Witness;
import io.gatehouse.message.MessageEvent;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One span a message, inside the request that brought it where there is one. */
@Singleton
@Requires(condition = Traced.class)
final class ScreeningSpans implements Witness {

  private final Tracer tracer;
  private final Clock clock;

  ScreeningSpans(final Tracer tracer, final Clock clock) {
    this.tracer = tracer;
    this.clock = clock;
  }

  @Override
  public void screened(final MessageEvent event, final Duration took) {
    final Instant end = clock.instant();
    tracer
        .spanBuilder("screen")
        .setStartTimestamp(end.minus(took))
        .setAttribute("gatehouse.event", event.id().toString())
        .setAttribute("gatehouse.channel", event.origin().channel().wire())
        .setAttribute("gatehouse.decision", event.verdict().decision().wire())
        .startSpan()
        .end(end);
  }
}
