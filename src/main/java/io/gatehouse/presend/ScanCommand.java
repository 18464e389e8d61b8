package io.gatehouse.presend;

import io.gatehouse.base.Problem;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.detection.Detector;
import io.gatehouse.json.Json;
import io.gatehouse.replay.Replay;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse scan}: texts are checked without a server, a database or a stored word. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Checks JSON lines, one answer a line in the same order; stores nothing.",
    footerHeading = "%nA line in:%n",
    footer = {
      "  {\"id\":\"a1\",\"channel\":\"sms|erpnext|chat\",\"text\":\"…\"}",
      "  {\"id\":\"a2\",\"messages\":[{\"sender\":\"client|provider\",\"text\":\"…\"}]}",
      "  Also read: \"html\" (erpnext: true, else false), \"region\", \"vocabulary\":[…],",
      "  \"allow\":{\"emails\":[…],\"phones\":[…],\"domains\":[…]}; channel is sms if absent.",
      "",
      "A line out:",
      "  {\"id\",\"flagged\",\"action\",\"risk_score\",\"classes\",\"findings\":[{\"class\",",
      "   \"start\",\"end\",\"text\",\"rule\",\"confidence\",\"disguise\",\"reason\",",
      "   \"setting\",\"message\"?}],\"truncated\"?,\"scanned_characters\"?,\"first_flag_index\"?,\"explain\"?}",
      "  Offsets count code points of the text as given. A line that cannot be read",
      "  gives {\"id\",\"line\",\"error\"}, and the rest goes on.",
      "",
      "Examples:",
      "  echo '{\"id\":1,\"text\":\"call me at 604 555 0143\"}' | gatehouse scan",
      "  gatehouse scan --allow lists.json --region US in.jsonl > out.jsonl",
      "  gatehouse scan --replay 0198b7e2-6c1f-7f3a-9d55-3b1f0c2a4e67 --explain"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every line was read",
      "1:at least one line was bad, or the output was closed",
      "2:wrong usage",
      "3:a replayed message has other rules, findings or another decision now"
    })
public final class ScanCommand implements Callable<Integer> {

  static final int LONGEST_LINE = 4 << 20;

  /** Exit code of a replay that came out otherwise, or with other rules. */
  private static final int DIFFERS = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "JSON lines to read; standard input if absent or -.")
  private @Nullable Path file;

  @Option(
      names = "--allow",
      paramLabel = "FILE",
      description =
          "JSON of what may be mentioned in every line: \"allow\", \"vocabulary\", \"region\".")
  private @Nullable Path allow;

  @Option(
      names = "--region",
      paramLabel = "CC",
      description = "Country of numbers without a country code, ISO 3166 (else the file's, CA).")
  private @Nullable String region;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that scan; as many as there are processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--max-characters",
      paramLabel = "N",
      description = "Read that much of a text and say so where it has more; 20000, which is most.")
  private int cap = Canonical.MAX_LENGTH;

  @Option(
      names = "--explain",
      description = "Says why: \"explain\" in each answer, and the same in words on stderr.")
  private boolean explain;

  @Option(
      names = "--replay",
      paramLabel = "EVENT_ID",
      description =
          "Decides a stored message again and shows then and now; reads the database of"
              + " DATABASE_URL, else of the gateway running on GATEHOUSE_DATA.")
  private @Nullable UUID replay;

  private final InputStream in;
  private final OutputStream out;
  private final Map<String, String> variables;

  public ScanCommand() {
    this(System.in, new FileOutputStream(FileDescriptor.out), System.getenv());
  }

  ScanCommand(final InputStream in, final OutputStream out, final Map<String, String> variables) {
    this.in = in;
    this.out = out;
    this.variables = variables;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw usage("--threads must be at least 1.");
    }
    if (cap < 1 || cap > Canonical.MAX_LENGTH) {
      throw usage("--max-characters must be from 1 to " + Canonical.MAX_LENGTH + ".");
    }
    if (replay != null) {
      final PrintWriter answers = spec.commandLine().getOut();
      return Replay.run(replay, variables, explain, answers) ? 0 : DIFFERS;
    }
    final var scan = new LineScan(new Checker(Detector.standard(cap), explain), house());
    try (InputStream lines = open()) {
      final var tally =
          new ScanPipeline(scan, threads, spec.commandLine().getErr())
              .run(new LineReader(lines, LONGEST_LINE), out);
      return tally.good() ? 0 : 1;
    }
  }

  private HouseRules house() throws IOException {
    try {
      final Members lists = lists();
      final String named =
          region == null ? CheckReader.region(lists).orElse(Regions.STANDARD) : region;
      return HouseRules.preset(
          Regions.of(named).orElseThrow(() -> usage("--region must be a country code (ISO 3166).")),
          CheckReader.allow(lists));
    } catch (final Problem refused) {
      throw usage(allow + ": " + refused.detail());
    }
  }

  private Members lists() throws IOException {
    final byte[] json = allow == null ? new byte[] {'{', '}'} : Files.readAllBytes(readable(allow));
    return new Members(Json.object(json), "");
  }

  private InputStream open() throws IOException {
    return file == null || "-".equals(file.toString())
        ? in
        : new FileInputStream(readable(file).toFile());
  }

  private Path readable(final Path path) {
    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw usage(path + " cannot be read.");
    }
    return path;
  }

  private ParameterException usage(final String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
