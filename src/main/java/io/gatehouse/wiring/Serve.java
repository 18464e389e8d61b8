package io.gatehouse.wiring;

import io.gatehouse.base.AfterStart;
import io.gatehouse.base.StartFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the gateway until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the gateway. Settings come from environment variables; none is needed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatehouse serve                     port 8080, PostgreSQL of its own in ./data",
      "  PORT=9000 gatehouse serve --demo    sends itself real webhooks, then stays up",
      "  DATABASE_URL=postgresql://gate:pw@db:5432/gate gatehouse serve",
      "",
      "Ends with 1 when it cannot start, 2 when a setting is wrong, 143 when told to stop (SIGTERM)."
    })
public final class Serve implements Callable<Integer> {

  @Option(
      names = "--demo",
      description = "Shows what the gateway does once it is up; meant for sandboxes.")
  private boolean demo;

  private final PrintStream out = System.out;
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public Integer call() throws Exception {
    final Running running = start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
    out.println(StartReport.of(running));
    if (demo) {
      demonstrate(running);
    }
    stopped.await();
    return 0;
  }

  private static Running start() throws IOException {
    try {
      return Running.start(System.getenv());
    } catch (final RuntimeException failed) {
      throw StartTroubles.explained(failed);
    }
  }

  private void demonstrate(final Running running) {
    for (final AfterStart step : running.demonstrations()) {
      try {
        step.run(running.address());
      } catch (final Exception failed) {
        out.println("The demonstration failed: " + failed);
      }
    }
  }

  private void stop(final Running running) {
    try {
      running.close();
    } catch (final IOException | StartFailure failed) {
      System.err.println("gatehouse: while stopping: " + failed.getMessage());
    } finally {
      stopped.countDown();
    }
  }
}
