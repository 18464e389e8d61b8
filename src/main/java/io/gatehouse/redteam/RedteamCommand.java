package io.gatehouse.redteam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.detection.Detector;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse redteam}: what the detector sees through, measured by attacking it. */
@Command(
    name = "redteam",
    mixinStandardHelpOptions = true,
    description = "Hides known leaks in every disguise and every two, and counts what is caught.",
    footerHeading = "%nOut:%n",
    footer = {
      "  Caught: anything was found. Named: the leak's own class was found.",
      "  A disguise that does not fit a leak (no figures to spell in a name) is not tried.",
      "  The same seed gives the same attacks.",
      "",
      "Examples:",
      "  gatehouse redteam --per 40",
      "  gatehouse redteam --seed 7 --json > redteam.jsonl"
    })
public final class RedteamCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seed", defaultValue = "1", description = "Of the dice; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--per",
      paramLabel = "N",
      defaultValue = "40",
      description = "Attacks for each disguise and each pair; ${DEFAULT-VALUE}.")
  private int per;

  @Option(names = "--json", description = "One JSON line for each disguise and each pair.")
  private boolean json;

  /** A line of {@code --json}. */
  record Line(List<String> disguises, int tried, int caught, int named, List<String> missed) {}

  @Override
  public Integer call() throws JsonProcessingException {
    if (per < 1) {
      throw new ParameterException(spec.commandLine(), "--per must be at least 1.");
    }
    final PrintWriter out = spec.commandLine().getOut();
    final List<Tally> tallies = new Campaign(Detector.standard(), seed, per).run(this::progress);
    if (json) {
      for (final Tally tally : tallies) {
        out.println(JSON.writeValueAsString(line(tally)));
      }
      out.flush();
    } else {
      new Report(out).show(tallies);
    }
    return 0;
  }

  private void progress(final int done, final int all) {
    final PrintWriter err = spec.commandLine().getErr();
    if (done % 20 == 0 || done == all) {
      err.print("\rredteam " + done + "/" + all + (done == all ? "\n" : ""));
      err.flush();
    }
  }

  private static Line line(final Tally tally) {
    return new Line(
        tally.size() == 0 ? List.of() : List.of(tally.name().split(" \\+ ")),
        tally.tried(),
        tally.caught(),
        tally.named(),
        tally.missed());
  }
}
