package io.gatehouse.fakesite;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What goes wrong on a site, by chance; the same for the same seed. */
public final class Mischief {

  /** What becomes of a request to the site. */
  enum Fault {
    NONE,
    TOO_MANY_REQUESTS,
    MAINTENANCE,
    DEADLOCK,
    /** Carried out; the answer is a proxy's page. */
    PAGE_AFTER_ACTING,
    /** Carried out; the connection breaks. */
    RESET_AFTER_ACTING
  }

  private final Random chance;
  private final double lost;
  private final double tripled;
  private final double failing;
  private final Map<String, Integer> counts = new TreeMap<>();
  private volatile boolean down;
  private volatile boolean calm;

  /**
   * @param lost share of webhooks that are never sent
   * @param tripled share that is sent three times
   * @param failing share of requests to the site that do not get a good answer
   */
  public Mischief(final long seed, final double lost, final double tripled, final double failing) {
    this.chance = new Random(seed);
    this.lost = lost;
    this.tripled = tripled;
    this.failing = failing;
  }

  static Mischief none() {
    return new Mischief(0, 0, 0, 0);
  }

  /** Whether the site answers nobody. */
  public void down(final boolean now) {
    down = now;
  }

  /** Nothing goes wrong from here on. */
  public void calmDown() {
    calm = true;
  }

  boolean isDown() {
    return down;
  }

  /** How often a webhook is sent. */
  synchronized int copies() {
    if (calm) {
      return 1;
    }
    if (draw(lost)) {
      return count("webhook lost", 0);
    }
    return draw(tripled) ? count("webhook tripled", 3) : 1;
  }

  synchronized Fault fault() {
    if (calm || !draw(failing)) {
      return Fault.NONE;
    }
    final Fault[] faults = Fault.values();
    final Fault fault = faults[1 + chance.nextInt(faults.length - 1)];
    count(fault.name(), 0);
    return fault;
  }

  /** What went wrong so far, by kind. */
  public synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  private int count(final String kind, final int answer) {
    counts.merge(kind, 1, Integer::sum);
    return answer;
  }

  private boolean draw(final double share) {
    return share > 0 && chance.nextDouble() < share;
  }
}
