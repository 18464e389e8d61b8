package io.gatehouse.presend;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Problem;
import io.gatehouse.canonical.Folder;
import io.gatehouse.categories.Opinion;
import io.gatehouse.json.Json;
import io.gatehouse.json.Part;
import io.gatehouse.keywords.Keywords;
import io.gatehouse.settings.ModerationReader;
import io.gatehouse.settings.ModerationSettings;
import io.micronaut.json.JsonMapper;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse classify}: what the keyword layer thinks of texts, and stores nothing. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = "Says what moderation's keywords think of texts, one answer a line.",
    footerHeading = "%nA line in:%n",
    footer = {
      "  {\"id\":\"a1\",\"text\":\"…\",\"html\":false}, or just the text itself.",
      "",
      "A line out:",
      "  {\"id\",\"ruling\":\"allow|quarantine|block\",\"confidence\",\"help\",\"by\",\"scores\",\"reasons\"}",
      "",
      "Examples:",
      "  echo 'I will kill the process' | gatehouse classify",
      "  gatehouse classify --settings settings.json texts.jsonl"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every line was read", "1:at least one line was bad", "2:wrong usage"})
public final class ClassifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Lines to read; standard input if absent or -.")
  private @Nullable Path file;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "A settings document whose chapter \"moderation\" holds; else the standard.")
  private @Nullable Path settings;

  private final InputStream in;
  private final Keywords keywords = Keywords.standard();

  public ClassifyCommand() {
    this(System.in);
  }

  ClassifyCommand(final InputStream in) {
    this.in = in;
  }

  /** A line's answer. */
  record Answer(
      JsonNode id,
      String ruling,
      double confidence,
      boolean help,
      String by,
      Map<String, Double> scores,
      List<String> reasons) {}

  @Override
  public Integer call() throws IOException {
    final ModerationSettings chosen = chosen();
    final PrintWriter answers = spec.commandLine().getOut();
    boolean good = true;
    try (InputStream lines = open()) {
      final var reader = new LineReader(lines, ScanCommand.LONGEST_LINE);
      for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
        good &= answer(line.get(), chosen, answers);
      }
    }
    answers.flush();
    return good ? 0 : 1;
  }

  private boolean answer(
      final Line line, final ModerationSettings chosen, final PrintWriter answers) {
    try {
      answers.println(Json.write(answer(bytes(line), chosen)));
      return true;
    } catch (final Problem refused) {
      answers.println(
          Json.write(new LineScan.Complaint(Json.NOTHING, line.number(), refused.detail())));
      return false;
    }
  }

  private static byte[] bytes(final Line line) {
    return switch (line) {
      case Line.Whole whole -> whole.bytes();
      case Line.TooLong tooLong ->
          throw Problem.badRequest(
              "line_too_long", "A line may have at most " + tooLong.cap() + " bytes.");
    };
  }

  private Answer answer(final byte[] line, final ModerationSettings chosen) {
    if (line[0] != '{') {
      return answer(Json.NOTHING, new String(line, StandardCharsets.UTF_8), false, chosen);
    }
    final JsonNode object = Json.object(line);
    if (!object.path("text").isTextual()) {
      throw Problem.badRequest("text_missing", "\"text\" must be a string.");
    }
    return answer(
        CheckReader.idOf(object),
        object.path("text").textValue(),
        object.path("html").asBoolean(),
        chosen);
  }

  private Answer answer(
      final JsonNode id, final String text, final boolean html, final ModerationSettings chosen) {
    final Opinion opinion =
        keywords.opinion(
            html ? Folder.html(text) : Folder.plain(text), chosen.rules(), chosen.thresholds());
    return new Answer(
        id,
        opinion.ruling().wire(),
        opinion.confidence(),
        opinion.help(),
        opinion.by(),
        opinion.scores().wire(),
        opinion.reasons());
  }

  private ModerationSettings chosen() throws IOException {
    if (settings == null) {
      return ModerationSettings.STANDARD;
    }
    final Part whole = Part.whole(document(settings));
    final ModerationSettings read = ModerationReader.read(whole.at("moderation"));
    for (final Part.Violation fault : whole.violations()) {
      throw usage(settings + ": " + fault.path() + " " + fault.message());
    }
    return read;
  }

  private io.micronaut.json.tree.JsonNode document(final Path path) throws IOException {
    final byte[] json = Files.readAllBytes(readable(path));
    try {
      return JsonMapper.createDefault().readValue(json, io.micronaut.json.tree.JsonNode.class);
    } catch (final IOException broken) {
      throw usage(path + " is no JSON.");
    }
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
