package io.gatehouse.connecting;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Secret;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse connect twilio}: asks a running gateway, which holds the credentials. */
@Command(
    name = "twilio",
    mixinStandardHelpOptions = true,
    description =
        "Shows what Twilio calls for the numbers of its account and what it should call; sets it"
            + " with --apply and reads it back.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  GATEHOUSE_OWNER_KEY=gh_… gatehouse connect twilio",
      "  gatehouse connect twilio --number +16045550100 --apply",
      "",
      "Nothing is written for a number that is right. The gateway must have",
      "PUBLIC_URL and the account's credentials."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every number is connected",
      "1:one differs or did not take its settings, or the gateway cannot be asked",
      "2:wrong usage"
    })
final class ConnectTwilioCommand implements Callable<Integer> {

  private static final String KEY = "GATEHOUSE_OWNER_KEY";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      description = "The gateway; ${DEFAULT-VALUE} if absent.")
  private URI url = URI.create("");

  @Option(names = "--key", description = "An owner's key; GATEHOUSE_OWNER_KEY if absent.")
  private @Nullable String key;

  @Option(
      names = "--number",
      paramLabel = "+1…",
      description = "A number, with + and country; may be given several times.")
  private List<String> numbers = List.of();

  @Option(names = "--all", description = "Every number of the account; shown if absent.")
  private boolean all;

  @Option(names = "--apply", description = "Set what differs; needs --number or --all.")
  private boolean apply;

  private final Map<String, String> variables;
  private final PrintStream out;
  private final PrintStream err;

  ConnectTwilioCommand() {
    this(System.getenv(), System.out, System.err);
  }

  ConnectTwilioCommand(
      final Map<String, String> variables, final PrintStream out, final PrintStream err) {
    this.variables = variables;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (all && !numbers.isEmpty() || apply && !all && numbers.isEmpty()) {
      throw usage("Give --number or --all, and not both.");
    }
    if (url.getHost() == null) {
      throw usage("--url is an address such as https://gate.example.org.");
    }
    final Set<String> chosen = new TreeSet<>(numbers);
    final var gateway = new RemoteGateway(url, ownerKey());
    try {
      final JsonNode shown = apply ? gateway.connect(chosen) : gateway.show();
      return new NumberReport(out).show(shown, chosen) ? 0 : 1;
    } catch (final RemoteGateway.Refused refused) {
      err.println("gatehouse connect: " + refused.getMessage());
      return 1;
    }
  }

  private Secret ownerKey() {
    return Optional.ofNullable(key)
        .or(() -> Optional.ofNullable(variables.get(KEY)))
        .filter(given -> !given.isBlank())
        .map(Secret::new)
        .orElseThrow(() -> usage("An owner's key is needed: give --key or set " + KEY + "."));
  }

  private ParameterException usage(final String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
