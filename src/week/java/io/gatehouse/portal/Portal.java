package io.gatehouse.portal;

import io.gatehouse.fakesite.FakeSite;
import io.gatehouse.fakesite.Mischief;
import io.gatehouse.fixture.Request.Serialisation;
import io.gatehouse.week.Gateway;
import io.gatehouse.week.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Runs a scripted site: 10,000 documents over 200 Issues; 1 % of the webhooks are lost and 5 % come
 * three times, 2 % of the requests to the site fail, and first the gateway and then the site is
 * away for ten minutes. Exit code 1 when anything went unseen, was judged twice or posted twice.
 */
public final class Portal {

  private static final String WEBHOOK_SECRET = "portal-webhook-secret";
  private static final ZoneId ZONE = ZoneId.of("America/Vancouver");
  private static final Duration DRAIN = Duration.ofMinutes(25);
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Quiet looks before it is believed: the poll looks at its own pace. */
  private static final int QUIET = 14;

  private static final List<String> FASTER = List.of("-Dgatehouse.erpnext.recovery=15s");

  private final Plan plan;
  private final FakeSite site;
  private final Server server;
  private final Mischief mischief;
  private final Instant began = Instant.now();

  private Portal(
      final Plan plan, final FakeSite site, final Server server, final Mischief mischief) {
    this.plan = plan;
    this.site = site;
    this.server = server;
    this.mischief = mischief;
  }

  public static void main(final String[] arguments) throws Exception {
    System.exit(passed(Plan.fromProperties()) ? 0 : 1);
  }

  private static boolean passed(final Plan plan) throws Exception {
    clear(plan.data());
    final Mischief mischief = new Mischief(plan.seed(), 0.01, 0.05, 0.02);
    try (var site = new FakeSite(Clock.systemUTC(), ZONE);
        var server = new Server(plan.data(), FASTER, environment(site))) {
      site.tells(server.url() + "/webhooks/erpnext", WEBHOOK_SECRET);
      site.suffers(mischief);
      return new Portal(plan, site, server, mischief).run();
    }
  }

  private static Map<String, String> environment(final FakeSite site) {
    return Map.of(
        "ERPNEXT_URL",
        site.url(),
        "ERPNEXT_API_KEY",
        Town.KEY,
        "ERPNEXT_API_SECRET",
        Town.SECRET,
        "ERPNEXT_WEBHOOK_SECRET",
        WEBHOOK_SECRET);
  }

  private boolean run() throws Exception {
    final Town town = new Town(site, plan);
    town.found();
    final Scribe scribe = new Scribe(site, town.settle(), plan.seed());
    try (var workers = new Workers(site)) {
      live(scribe);
      say("all is written: %,d documents", scribe.said().size());
      drain(QUIET);
      mischief.calmDown();
      drain(3);
      return report(scribe.said());
    }
  }

  private void live(final Scribe scribe) throws Exception {
    final int meanwhile = (int) (plan.messages() * Plan.MEANWHILE);
    final int each = (plan.messages() - 2 * meanwhile) / 3;
    write(scribe, each);
    server.kill();
    say("the gateway is away");
    scribe.write(meanwhile, plan.away());
    server.start();
    say("the gateway is back");
    site.serialise(Serialisation.AS_JSON);
    write(scribe, each);
    mischief.down(true);
    say("the site is away");
    scribe.write(meanwhile, plan.away());
    mischief.down(false);
    say("the site is back");
    write(scribe, plan.messages() - scribe.said().size());
  }

  private void write(final Scribe scribe, final int messages) throws InterruptedException {
    scribe.write(messages, Duration.ofMillis(1000L * messages / plan.pace()));
    say("%,d written", scribe.said().size());
  }

  /** Until nothing is under way any more. */
  private void drain(final int looks) throws InterruptedException {
    final Instant end = Instant.now().plus(DRAIN);
    int quiet = 0;
    while (quiet < looks && Instant.now().isBefore(end)) {
      Thread.sleep(LOOK);
      final int open = effects("waiting") + effects("running");
      quiet = open == 0 ? quiet + 1 : 0;
      say("waiting for the rest: %d under way", open);
    }
  }

  private int effects(final String state) {
    return server.gateway().list("/api/effects?limit=200&state=" + state).size();
  }

  private boolean report(final List<Said> said) {
    final Gateway gateway = server.gateway();
    final Seen seen = Seen.by(gateway);
    final Posted posted = new Posted(site);
    final List<Said> watched = said.stream().filter(one -> one.matter().watched()).toList();
    final List<Said> unseen = watched.stream().filter(one -> seen.times(one) == 0).toList();
    final long twice = watched.stream().filter(one -> seen.times(one) > 1).count();
    final long flaggedTwice = watched.stream().filter(one -> seen.flagged(one) > 1).count();
    final long read =
        said.stream().filter(one -> !one.matter().watched() && seen.times(one) > 0).count();
    unseen.stream().limit(10).forEach(one -> say("unseen: %s", one));
    say("faults: %s", mischief.counts());
    say(
        "effects parked: %d, refused: %d, expired: %d",
        effects("parked"), effects("refused"), effects("expired"));
    gateway.list("/api/effects?limit=10&state=parked").forEach(one -> say("parked: %s", one));
    say("");
    say("documents     %,7d   (of them %,d watched)", said.size(), watched.size());
    say("leaks         %,7d", watched.stream().filter(Said::leak).count());
    say("flagged leaks %,7d", leaks(watched, seen, true));
    say("flagged honest%,7d", leaks(watched, seen, false));
    say("banners       %,7d", posted.banners());
    say("alerts        %,7d   (and %,d notes on them)", posted.alerts(), posted.notes());
    say("unseen        %,7d", unseen.size());
    say("judged twice  %,7d", twice);
    say("flagged twice %,7d", flaggedTwice);
    say("posted twice  %,7d", posted.doubled());
    say("alert open twice %,4d", posted.alertsOpenTwice());
    say("read though not watched %d", read);
    return unseen.size() + twice + posted.doubled() + posted.alertsOpenTwice() + read == 0;
  }

  private static long leaks(final List<Said> said, final Seen seen, final boolean guilty) {
    return said.stream().filter(one -> one.leak() == guilty && seen.flagged(one) > 0).count();
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
