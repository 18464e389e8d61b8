package io.gatehouse.vitals;

import io.gatehouse.stream.StreamState;
import io.gatehouse.stream.StreamState.Standing;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;

/**
 * Numbers about this instance for anybody. The status is always 200: a gateway that answers must
 * not be killed for what others do not (S3.19).
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class VitalsController {

  private final Vitals vitals;
  private final Clock clock;

  VitalsController(final Vitals vitals, final Clock clock) {
    this.vitals = vitals;
    this.clock = clock;
  }

  @Get("/health")
  Health health() {
    return Health.of(clock.instant(), vitals.breaker(), vitals.stream(), vitals.model());
  }

  @Get("/metrics")
  Metrics metrics() {
    final StreamState stream = vitals.stream();
    return new Metrics(
        new Metrics.CircuitBreaker(vitals.breaker(), vitals.failures()),
        new Metrics.Redis(
            stream.standing() == Standing.CONNECTED, stream.length(), stream.lastId()),
        new Metrics.Websocket(vitals.connections()));
  }
}
