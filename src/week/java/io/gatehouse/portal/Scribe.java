package io.gatehouse.portal;

import io.gatehouse.fakesite.FakeSite;
import io.gatehouse.week.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes what people write: replies on the portal, and e-mails both ways. */
final class Scribe {

  private static final int LEAKS_IN_1000 = 30;
  private static final String PORTAL = "<div class=\"ql-editor read-mode\"><p>%s</p></div>";

  private final FakeSite site;
  private final List<Matter> matters;
  private final Random chance;
  private final List<Said> said = new ArrayList<>();

  Scribe(final FakeSite site, final List<Matter> matters, final long seed) {
    this.site = site;
    this.matters = matters;
    this.chance = new Random(seed);
  }

  List<Said> said() {
    return said;
  }

  /** Writes so many documents, evenly over a time. */
  void write(final int messages, final Duration time) throws InterruptedException {
    final Instant begun = Instant.now();
    for (int n = 0; n < messages; n++) {
      said.add(next());
      final Duration due = time.multipliedBy(n + 1).dividedBy(messages);
      final Duration early = due.minus(Duration.between(begun, Instant.now()));
      if (early.toMillis() > 0) {
        Thread.sleep(early);
      }
    }
  }

  private Said next() {
    final Matter matter = matters.get(chance.nextInt(matters.size()));
    final boolean leak = chance.nextInt(1000) < LEAKS_IN_1000;
    final String name = Talk.name(said.size());
    final String text = leak ? Talk.leak(chance, name, matter.phone()) : Talk.honest(chance, name);
    return new Said(matter, document(matter, PORTAL.formatted(text)), leak);
  }

  private String document(final Matter matter, final String html) {
    return switch (chance.nextInt(4)) {
      case 0, 1 -> site.portalReply(matter.issue(), matter.client(), html);
      case 2 -> site.mail(matter.issue(), matter.client(), false, html);
      default -> site.mail(matter.issue(), matter.advisor(), true, html);
    };
  }
}
