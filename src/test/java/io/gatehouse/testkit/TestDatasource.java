package io.gatehouse.testkit;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/**
 * Gives every application context of the tests the test database, as `serve` gives the real one.
 */
@ContextConfigurer
public final class TestDatasource implements ApplicationContextConfigurer {

  @Override
  public void configure(final ApplicationContextBuilder builder) {
    builder.properties(properties(TestDatabase.url().jdbc()));
  }

  /** For a context that reaches the test database by another address. */
  public static Map<String, Object> properties(final String jdbc) {
    final DatabaseUrl url = TestDatabase.url();
    return Map.of(
        "datasources.default.url",
        jdbc,
        "datasources.default.username",
        url.user(),
        "datasources.default.password",
        url.password().map(Secret::reveal).orElse(""),
        "micronaut.server.port",
        -1);
  }
}
