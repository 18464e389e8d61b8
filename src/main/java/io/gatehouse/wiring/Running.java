package io.gatehouse.wiring;

import io.gatehouse.access.FirstKey;
import io.gatehouse.base.AfterStart;
import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.gatehouse.environment.EnvironmentReader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A gateway that is up. */
final class Running implements AutoCloseable {

  /** Less than what service managers wait before they kill: systemd 90 s, Docker 10 s. */
  private static final long PATIENCE_SECONDS = 5;

  private final DataDirectory data;
  private final ApplicationContext context;
  private final Optional<Secret> newOwnerKey;

  private Running(
      final DataDirectory data,
      final ApplicationContext context,
      final Optional<Secret> newOwnerKey) {
    this.data = data;
    this.context = context;
    this.newOwnerKey = newOwnerKey;
  }

  /**
   * Checks every setting, then starts what they ask for. What was started is stopped again when a
   * later step fails.
   */
  static Running start(final Map<String, String> variables) throws IOException {
    final DataDirectory data = new DataDirectory(new EnvironmentReader(variables).dataDirectory());
    try {
      final Environment environment = new EnvironmentReader(variables).read(data::kept);
      final DatabaseUrl database =
          environment.database().isPresent()
              ? Reachable.checked(environment.database().get())
              : data.startDatabase().url();
      return start(data, environment, database);
    } catch (final RuntimeException failed) {
      data.close();
      throw failed;
    }
  }

  private static Running start(
      final DataDirectory data, final Environment environment, final DatabaseUrl database) {
    final ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .singletons(environment)
            .properties(properties(environment.server(), database))
            .build();
    try {
      context.start();
      final Optional<Secret> ownerKey = context.getBean(FirstKey.class).ensure();
      context.getBean(EmbeddedServer.class).start();
      return new Running(data, context, ownerKey);
    } catch (final RuntimeException failed) {
      context.close();
      throw failed;
    }
  }

  private static Map<String, Object> properties(
      final Environment.Server server, final DatabaseUrl database) {
    return Map.of(
        "micronaut.server.port", server.port(),
        "micronaut.server.max-request-size", server.maxBodyBytes(),
        "datasources.default.url", database.jdbc(),
        "datasources.default.username", database.user(),
        "datasources.default.password", database.password().map(Secret::reveal).orElse(""));
  }

  URI address() {
    return URI.create("http://localhost:" + context.getBean(EmbeddedServer.class).getPort());
  }

  Environment environment() {
    return context.getBean(Environment.class);
  }

  DataDirectory data() {
    return data;
  }

  /** Present at the very first start alone. */
  Optional<Secret> newOwnerKey() {
    return newOwnerKey;
  }

  Collection<AfterStart> demonstrations() {
    return context.getBeansOfType(AfterStart.class);
  }

  /** The server first, so that nothing comes in any more; the database last. */
  /** Takes no new request, answers those that have begun, and then stops what they needed. */
  @Override
  public void close() throws IOException {
    final EmbeddedServer server = context.getBean(EmbeddedServer.class);
    if (server instanceof final GracefulShutdownCapable patient) {
      answerWhatBegan(patient);
    }
    server.stop();
    context.close();
    data.close();
  }

  private static void answerWhatBegan(final GracefulShutdownCapable server) {
    try {
      server.shutdownGracefully().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (final InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (final ExecutionException | TimeoutException unanswered) {
      // Who was not answered by now asks again and gets the first answer, if there was one.
    }
  }
}
