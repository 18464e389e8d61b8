package io.gatehouse.rehearsal;

import io.gatehouse.access.DemonstrationKey;
import io.gatehouse.base.AfterStart;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.gatehouse.fixture.Fixtures;
import io.gatehouse.fixture.LetterWriter;
import io.micronaut.logging.LogLevel;
import io.micronaut.logging.LoggingSystem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** {@code serve --demo}: the gateway sends itself the fixtures, then says what to try next. */
@Singleton
final class Demonstration implements AfterStart {

  private static final String GATE = "io.gatehouse.gate";

  private final Environment environment;
  private final DemonstrationKey keys;
  private final LoggingSystem logs;

  Demonstration(
      final Environment environment, final DemonstrationKey keys, final LoggingSystem logs) {
    this.environment = environment;
    this.keys = keys;
    this.logs = logs;
  }

  @Override
  public void run(final URI server) throws IOException, InterruptedException {
    if (environment.twilio().isPresent() || environment.erpnext().isPresent()) {
      System.out.println("The demonstration is left out: real people would get messages.");
    } else {
      show(server, Fixtures.shipped(), System.out);
    }
  }

  void show(final URI server, final List<Fixtures.Source> sources, final PrintStream out)
      throws IOException, InterruptedException {
    final Secret key = keys.renew();
    final var rehearsal = new Rehearsal(new Gateway(server, key), writer(server), System.err);
    final List<Outcome> outcomes;
    // Its line per flagged message would drown the table that says the same.
    logs.setLogLevel(GATE, LogLevel.ERROR);
    try {
      outcomes = rehearsal.run(sources, true);
    } finally {
      logs.setLogLevel(GATE, LogLevel.INFO);
    }
    new Report(out).show(outcomes);
    out.println(NextSteps.after(outcomes, server, key));
  }

  private LetterWriter writer(final URI server) {
    final Environment.Secrets secrets = environment.secrets();
    final Environment.Server own = environment.server();
    return new LetterWriter(
        new LetterWriter.Secrets(secrets.twilioTokens().getFirst(), secrets.erpnextWebhook()),
        own.publicUrlGiven() ? own.publicUrl() : server);
  }
}
