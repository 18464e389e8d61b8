package io.gatehouse.connecting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.terminal.GatewayOptions;
import io.gatehouse.terminal.RemoteGateway;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  private static final String PATH = "/api/connect/twilio";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private GatewayOptions options = new GatewayOptions();

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
    final Set<String> chosen = new TreeSet<>(numbers);
    final RemoteGateway gateway = options.gateway(variables);
    try {
      final JsonNode shown = apply ? connect(gateway, chosen) : gateway.get(PATH);
      return new NumberReport(out).show(shown, chosen) ? 0 : 1;
    } catch (final RemoteGateway.Refused | RemoteGateway.Away refused) {
      err.println("gatehouse connect: " + refused.getMessage());
      return 1;
    }
  }

  private static JsonNode connect(final RemoteGateway gateway, final Set<String> chosen) {
    final var choice = JsonMapper.builder().build().createObjectNode();
    if (chosen.isEmpty()) {
      choice.put("all", true);
    } else {
      chosen.forEach(choice.putArray("numbers")::add);
    }
    return gateway.post(PATH, choice);
  }

  private ParameterException usage(final String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
