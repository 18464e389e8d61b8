package io.gatehouse.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.terminal.GatewayOptions;
import io.gatehouse.terminal.RemoteGateway;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatehouse doctor}: asks a running gateway whether all is right. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks at what a running gateway needs: settings, database, public address, ERPNext,"
            + " Twilio, e-mail; says what to do next.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  GATEHOUSE_OWNER_KEY=gh_… gatehouse doctor",
      "  gatehouse doctor --url https://gate.example.org --key gh_… --json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine, perhaps with notes",
      "1:something is lost or not done, or the gateway does not answer",
      "2:wrong usage"
    })
public final class DoctorCommand implements Callable<Integer> {

  @Mixin private GatewayOptions options = new GatewayOptions();

  @Option(names = "--json", description = "The gateway's answer as it is.")
  private boolean json;

  private final Map<String, String> variables;
  private final PrintStream out;
  private final PrintStream err;

  public DoctorCommand() {
    this(System.getenv(), System.out, System.err);
  }

  DoctorCommand(final Map<String, String> variables, final PrintStream out, final PrintStream err) {
    this.variables = variables;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    try {
      final JsonNode report = options.gateway(variables).get("/api/doctor");
      if (json) {
        out.println(report.toPrettyString());
      } else {
        report.path("checks").forEach(this::line);
      }
      return report.path("state").asText().equals("trouble") ? 1 : 0;
    } catch (final RemoteGateway.Away away) {
      err.println("gatehouse doctor: " + away.getMessage());
      err.println("  Start it with gatehouse serve, or name another with --url.");
      return 1;
    } catch (final RemoteGateway.Refused refused) {
      err.println("gatehouse doctor: " + refused.getMessage());
      err.println("  Give an owner's key with --key or GATEHOUSE_OWNER_KEY.");
      return 1;
    }
  }

  private void line(final JsonNode check) {
    out.printf(
        "%-8s %-18s %s%n",
        check.path("state").asText(), check.path("name").asText(), check.path("detail").asText());
    if (!check.path("next").asText().isEmpty()) {
      out.printf("%27s→ %s%n", "", check.path("next").asText());
    }
  }
}
