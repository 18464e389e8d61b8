package io.gatehouse.vitals;

import io.gatehouse.base.Environment;
import io.micronaut.context.ExecutionHandleLocator;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.web.router.DefaultRouteBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A second port that answers about health and nothing else, where one is wanted (S3.17). */
@Singleton
class HealthPort extends DefaultRouteBuilder {

  HealthPort(
      final ExecutionHandleLocator locator,
      final UriNamingStrategy naming,
      final ConversionService conversions) {
    super(locator, naming, conversions);
  }

  @Inject
  void open(final Environment environment) {
    environment.server().healthPort().ifPresent(this::routes);
  }

  private void routes(final int port) {
    GET("/health", VitalsController.class, "health").exposedPort(port);
    GET("/metrics", VitalsController.class, "metrics").exposedPort(port);
  }
}
