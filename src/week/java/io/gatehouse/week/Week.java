package io.gatehouse.week;

import io.gatehouse.week.Written.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Runs a scripted week: 10,000 messages of 200 conversations over 30 numbers, through a Twilio that
 * answers 429, fails before and after it has acted, falls silent, breaks off, tells twice and in
 * any order, while the server is killed now and then. Exit code 1 when anything was lost, doubled,
 * out of order or leaked.
 */
public final class Week {

  private static final Duration DRAIN = Duration.ofMinutes(15);

  /** Looks at a quiet gateway, five seconds apart, before it is believed: the list is read late. */
  private static final int QUIET = 25;

  private final Plan plan;
  private final SimulatedTwilio twilio;
  private final Server server;
  private final Town town;
  private final Instant began = Instant.now();

  private Week(final Plan plan, final SimulatedTwilio twilio, final Server server) {
    this.plan = plan;
    this.twilio = twilio;
    this.server = server;
    this.town = new Town(plan, server.gateway());
  }

  public static void main(final String[] arguments) throws Exception {
    System.exit(passed(Plan.fromProperties()) ? 0 : 1);
  }

  private static boolean passed(final Plan plan) throws Exception {
    clear(plan.data());
    try (var callbacks = new Callbacks(plan.seed());
        var twilio = new SimulatedTwilio(plan.seed(), callbacks);
        var server = Server.onTwilio(plan.data(), twilio.url())) {
      final Gateway gateway = server.gateway();
      callbacks.to(gateway::post);
      return new Week(plan, twilio, server).run();
    }
  }

  private boolean run() throws Exception {
    final List<Written.Thread> threads = town.settle();
    final List<Written> script = Script.write(plan, threads);
    final var street = new Street(server.gateway(), twilio, plan);
    for (int day = 0; day < Plan.DAYS; day++) {
      final List<Written> today = day(script, day);
      final boolean kill = plan.kills() > day;
      street.live(today, kill ? server::killAndStart : () -> {});
      say(
          "day %d: %,d written, %,d sent so far%s",
          day + 1, today.size(), twilio.sent().size(), kill ? ", killed once" : "");
    }
    drain(QUIET);
    twilio.calmDown();
    forgive(script);
    drain(3);
    return report(new Tally(script, street.outOfTurn(), twilio), script);
  }

  private static List<Written> day(final List<Written> script, final int day) {
    final int each = (script.size() + Plan.DAYS - 1) / Plan.DAYS;
    return script.subList(
        Math.min(script.size(), day * each), Math.min(script.size(), (day + 1) * each));
  }

  /** The owner lets some leaks go: each twice, as people click. */
  private void forgive(final List<Written> script) throws InterruptedException {
    for (final Written one : script) {
      if (one.kind() == Kind.FORGIVEN) {
        final String event = town.eventOf(one);
        final String path = "/api/messages/events/" + event + "/force-send";
        server.gateway().tryTo("POST", path, "{\"reason\":\"known to us\"}");
        server.gateway().tryTo("POST", path, "{\"reason\":\"known to us\"}");
      }
    }
  }

  /** Until nothing is under way any more. */
  private void drain(final int looks) throws InterruptedException {
    final Instant end = Instant.now().plus(DRAIN);
    int quiet = 0;
    while (quiet < looks && Instant.now().isBefore(end)) {
      Thread.sleep(5_000);
      final int open = town.effects("waiting") + town.effects("running");
      quiet = open == 0 ? quiet + 1 : 0;
      say("waiting for the rest: %d under way", open);
    }
  }

  private boolean report(final Tally tally, final List<Written> script) {
    final long leaks = script.stream().filter(one -> one.kind() == Kind.LEAK).count();
    final List<Written> held =
        tally.missing().stream().filter(one -> town.fateOf(one).contains("withheld")).toList();
    final List<Written> lost = tally.missing().stream().filter(one -> !held.contains(one)).toList();
    final List<Written> doubled = tally.doubled();
    final List<Written> leaked = tally.leaked();
    say("faults: %s", twilio.faults());
    say("requests to send: %,d; taken: %,d", twilio.asked().size(), twilio.sent().size());
    say(
        "effects parked: %d, refused: %d, expired: %d",
        town.effects("parked"), town.effects("refused"), town.effects("expired"));
    held.stream().limit(10).forEach(one -> say("held: %s", one.body()));
    lost.stream().limit(10).forEach(one -> say("lost: %s %s", one.sid(), town.fateOf(one)));
    doubled.stream().limit(10).forEach(one -> say("doubled: %s", one.sid()));
    say("");
    say("in            %,7d   (of them %,d leaks)", script.size(), leaks);
    say("delivered     %,7d", tally.delivered());
    say("blocked       %,7d", leaks - leaked.size());
    say("held though honest %,2d", held.size());
    say("lost          %,7d", lost.size());
    say("doubled       %,7d", doubled.size());
    say("out of order  %,7d", tally.outOfOrder());
    say("leaked        %,7d", leaked.size());
    say("misdirected   %,7d", tally.misdirected());
    say("real numbers in outgoing requests %d", tally.realNumbers());
    final long wrong =
        lost.size()
            + doubled.size()
            + leaked.size()
            + tally.outOfOrder()
            + tally.misdirected()
            + tally.realNumbers();
    return wrong == 0;
  }

  private void say(final String text, final Object... values) {
    final long seconds = Duration.between(began, Instant.now()).toSeconds();
    System.out.printf("%4d s  %s%n", seconds, text.formatted(values));
  }

  private static void clear(final Path data) throws Exception {
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
