package io.gatehouse.rehearsal;

import io.gatehouse.base.Secret;
import io.gatehouse.fixture.Fixtures;
import io.gatehouse.fixture.LetterWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
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

/** {@code gatehouse try}: shows on a running gateway what it makes of each fixture. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = "Sends webhook fixtures to a gateway and shows what it answers, records, sends.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  GATEHOUSE_OWNER_KEY=gh_… gatehouse try",
      "  gatehouse try --url http://localhost:9000 --key gh_… my-case.json",
      "",
      "Webhooks are signed with TWILIO_AUTH_TOKEN and ERPNEXT_WEBHOOK_SECRET of the",
      "environment, else of secrets.properties in the gateway's data directory.",
      "Every run registers conversations of its own, with numbers nobody has."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything came out as expected",
      "1:something did not, or the gateway cannot be asked",
      "2:wrong usage"
    })
public final class TryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILES",
      description = "Fixtures, or folders of them; those that ship with Gatehouse if absent.")
  private List<Path> files = List.of();

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      description = "The gateway; ${DEFAULT-VALUE} if absent.")
  private URI url = URI.create("");

  @Option(
      names = "--public-url",
      description = "Its PUBLIC_URL, which Twilio's signatures cover; PUBLIC_URL, else --url.")
  private @Nullable URI publicUrl;

  @Option(names = "--key", description = "An owner's key; GATEHOUSE_OWNER_KEY if absent.")
  private @Nullable String key;

  @Option(
      names = "--data",
      defaultValue = "data",
      description = "The gateway's data directory; ./${DEFAULT-VALUE} if absent.")
  private Path data = Path.of("");

  @Option(
      names = "--force",
      description = "Also where messages and posts reach real people and sites.")
  private boolean force;

  private final Map<String, String> variables;
  private final PrintStream out;
  private final PrintStream err;

  public TryCommand() {
    this(System.getenv(), System.out, System.err);
  }

  TryCommand(final Map<String, String> variables, final PrintStream out, final PrintStream err) {
    this.variables = variables;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      return tryOut(new Gateway(withoutSlash(url), ownerKey())) ? 0 : 1;
    } catch (final Gateway.Unreachable unreachable) {
      err.println("gatehouse try: " + unreachable.getMessage());
      return 1;
    } catch (final NoSuchFileException absent) {
      throw usage(absent.getFile() + ": there is no such file.");
    } catch (final IllegalArgumentException | IOException unreadable) {
      throw usage(String.valueOf(unreadable.getMessage()));
    }
  }

  private boolean tryOut(final Gateway gateway) throws IOException, InterruptedException {
    final boolean sandbox = gateway.inSandbox();
    if (!sandbox && !force) {
      throw new Gateway.Unreachable(
          "this gateway is not in sandbox: real people would get messages. Use --force to go on.");
    }
    final List<Fixtures.Source> sources = files.isEmpty() ? Fixtures.shipped() : Fixtures.at(files);
    final LetterWriter writer = new LetterWriter(KeptSecrets.read(variables, data), signedUrl());
    final var rehearsal = new Rehearsal(gateway, writer, err);
    return new Report(out).show(rehearsal.run(sources, sandbox));
  }

  private URI signedUrl() {
    return withoutSlash(
        Optional.ofNullable(publicUrl)
            .or(() -> Optional.ofNullable(variables.get("PUBLIC_URL")).map(URI::create))
            .orElse(url));
  }

  private Secret ownerKey() {
    return Optional.ofNullable(key)
        .or(() -> Optional.ofNullable(variables.get("GATEHOUSE_OWNER_KEY")))
        .filter(given -> !given.isBlank())
        .map(Secret::new)
        .orElseThrow(
            () -> usage("An owner's key is needed: give --key or set GATEHOUSE_OWNER_KEY."));
  }

  private static URI withoutSlash(final URI address) {
    return URI.create(address.toString().replaceFirst("/+$", ""));
  }

  private ParameterException usage(final String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
