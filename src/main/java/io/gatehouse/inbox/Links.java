package io.gatehouse.inbox;

import io.gatehouse.base.Environment;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Where people outside look a message up; the one place that knows the paths. */
@Singleton
public final class Links {

  private final Environment.Server server;

  Links(final Environment environment) {
    this.server = environment.server();
  }

  public String event(final UUID event) {
    return server.publicUrl() + "/api/messages/events/" + event;
  }

  /** The same, but empty where nobody said how people reach this server. */
  public Optional<String> outside(final UUID event) {
    return server.publicUrlGiven() ? Optional.of(event(event)) : Optional.empty();
  }

  public String inbox() {
    return server.publicUrl() + "/api/inbox";
  }
}
