package io.gatehouse.rehearsal;

import io.gatehouse.fixture.Fixtures;
import io.gatehouse.fixture.Fresh;
import io.gatehouse.fixture.LetterWriter;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Sends fixtures to a gateway, waits until what they cause has come to rest, and reports. */
final class Rehearsal {

  /** Effects take a fraction of a second; where nothing moves for so long, nothing will. */
  private static final Duration REST = Duration.ofSeconds(3);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  /** Often enough to show that it runs, seldom enough for a log. */
  private static final int BETWEEN_SIGNS = 10;

  private final Gateway gateway;
  private final LetterWriter writer;
  private final PrintStream progress;

  Rehearsal(final Gateway gateway, final LetterWriter writer, final PrintStream progress) {
    this.gateway = gateway;
    this.writer = writer;
    this.progress = progress;
  }

  /**
   * @param sandbox whether effects can be looked at
   * @return what came of each, in the order given
   * @throws IllegalArgumentException when one is no fixture, before any is sent
   */
  List<Outcome> run(final List<Fixtures.Source> sources, final boolean sandbox)
      throws InterruptedException {
    final List<Trial> trials =
        sources.stream()
            .map(source -> new Trial(Fixtures.read(source, fresh()), gateway, sandbox))
            .toList();
    final Map<Trial, Outcome> outcomes = new LinkedHashMap<>();
    for (final Trial trial : trials) {
      if (outcomes.size() % BETWEEN_SIGNS == 0) {
        progress.printf("\rsending %d of %d …", outcomes.size() + 1, trials.size());
      }
      trial.send(writer);
      outcomes.put(trial, trial.observe());
    }
    settle(outcomes);
    progress.println();
    return List.copyOf(outcomes.values());
  }

  /** Looks again at what is not yet as expected, and at the end once more at everything. */
  private void settle(final Map<Trial, Outcome> outcomes) throws InterruptedException {
    progress.printf("\rwaiting for what is sent …");
    long moved = System.nanoTime();
    while (outcomes.values().stream().anyMatch(Rehearsal::differs)
        && System.nanoTime() - moved < REST.toNanos()) {
      Thread.sleep(BETWEEN_LOOKS);
      final List<Outcome> before = List.copyOf(outcomes.values());
      outcomes.replaceAll((trial, seen) -> differs(seen) ? trial.observe() : seen);
      moved = before.equals(List.copyOf(outcomes.values())) ? moved : System.nanoTime();
    }
    Thread.sleep(BETWEEN_LOOKS);
    outcomes.replaceAll((trial, seen) -> trial.observe());
  }

  private static boolean differs(final Outcome outcome) {
    return !Comparison.of(outcome).isEmpty();
  }

  private Fresh fresh() {
    return new Fresh(RandomGenerator.getDefault());
  }
}
