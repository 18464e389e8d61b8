package io.gatehouse.crowd;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** A WebSocket of the same framework that says back what it hears: the floor under every answer. */
public final class Echo {

  private Echo() {}

  /**
   * @param arguments the port
   */
  public static void main(final String[] arguments) {
    ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "micronaut.server.port", arguments[0],
                "micronaut.security.enabled", false,
                "crowd.echo", true))
        .start();
  }
}
