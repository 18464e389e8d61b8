package io.gatehouse.training;

import io.gatehouse.intent.Example;
import io.gatehouse.intent.Training;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.lexicon.RuleFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse train}: labelled messages in, the weights of the intent model out. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Makes the intent model from labelled messages; the same files, the same model.",
    footerHeading = "%nExample:%n",
    footer = "  gatehouse train --out src/main/resources/detection/intent.model training/*.jsonl")
public final class TrainCommand implements Callable<Integer> {

  private static final List<String> HEAD =
      List.of(
          "# Made by `gatehouse train` from training/*.jsonl; not written by hand.",
          "# kind, feature (two parts), and its weight for messaging_platform, bypass_language,",
          "# payment_bypass and social_media, in log-odds.");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The model.")
  private Path out = Path.of("intent.model");

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Labelled JSON lines.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    final List<String> model = model(files);
    Files.write(out, model);
    final PrintWriter err = spec.commandLine().getErr();
    err.printf("gatehouse: %,d features written to %s%n", model.size() - HEAD.size(), out);
    err.flush();
    return 0;
  }

  /** The lines of the model's file. */
  static List<String> model(final List<Path> files) {
    final RuleFiles rules = RuleFiles.shipped();
    final Examples examples = new Examples(Lexicon.of(rules.phrases()));
    final List<Example> sentences =
        files.stream()
            .sorted()
            .flatMap(file -> LabelledReader.read(file).stream())
            .flatMap(examples::of)
            .toList();
    final List<String> lines = new java.util.ArrayList<>(HEAD);
    lines.addAll(Training.lines(rules.concepts(), sentences));
    return lines;
  }
}
