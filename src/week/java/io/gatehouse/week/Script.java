package io.gatehouse.week;

import io.gatehouse.week.Written.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Who writes what in a week. */
final class Script {

  private Script() {}

  static List<Written> write(final Plan plan, final List<Written.Thread> threads) {
    final Random chance = new Random(plan.seed());
    final List<Written> script = new ArrayList<>();
    for (int number = 0; number < plan.messages(); number++) {
      final Written.Thread thread = threads.get(chance.nextInt(threads.size()));
      script.add(next(number, thread, chance));
    }
    return script;
  }

  private static Written next(final int number, final Written.Thread thread, final Random chance) {
    final String name = Talk.name(number);
    final boolean byClient = chance.nextBoolean();
    final String own = byClient ? thread.client() : thread.provider();
    final Kind kind = kind(chance.nextInt(1000));
    final String body =
        switch (kind) {
          case HONEST -> Talk.honest(chance, name);
          case LEAK -> Talk.leak(chance, name, own);
          case FORGIVEN -> Talk.proposal(chance, name);
        };
    return new Written(number, kind, thread, byClient, name, body);
  }

  private static Kind kind(final int drawn) {
    if (drawn < 30) {
      return Kind.LEAK;
    }
    return drawn < 35 ? Kind.FORGIVEN : Kind.HONEST;
  }
}
