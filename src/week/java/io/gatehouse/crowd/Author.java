package io.gatehouse.crowd;

import io.gatehouse.week.Talk;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Writes what the crowd says: two people a thread, taking turns. */
final class Author {

  private final Plan plan;
  private final RandomGenerator chance;
  private final int[] said;
  private int written;

  Author(final Plan plan) {
    this.plan = plan;
    this.chance = new Random(plan.seed());
    this.said = new int[plan.threads()];
  }

  /** The next message of some thread that one line carries: a thread is one line's for ever. */
  synchronized Message next(final int line) {
    final int own = (plan.threads() - line + plan.lines() - 1) / plan.lines();
    final int thread = line + plan.lines() * chance.nextInt(own);
    final int place = said[thread]++;
    final boolean leak = chance.nextDouble() < plan.leaks();
    final String name = Talk.name(written++);
    final String text =
        leak
            ? Talk.leak(chance, name, "604 555 01%02d".formatted(chance.nextInt(100)))
            : Talk.honest(chance, name);
    final String user = (place % 2 == 0 ? "client-" : "provider-") + thread;
    return new Message("m-" + thread + "-" + place, thread, place, user, text, leak);
  }
}
