package io.gatehouse.connecting;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.terminal.GatewayOptions;
import io.gatehouse.terminal.RemoteGateway;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code gatehouse connect erpnext}: hands an administrator's key to a running gateway, which sets
 * the site up with it. The gateway does it because it alone knows what the site's webhooks are to
 * be signed with.
 */
@Command(
    name = "erpnext",
    mixinStandardHelpOptions = true,
    description =
        "Shows what an ERPNext site needs for this gateway: webhooks, types, fields and a user of"
            + " its own; makes it with --apply and sees a webhook arrive.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatehouse connect erpnext --site https://erp.example.org --admin-key k:s",
      "  ERPNEXT_ADMIN_KEY=k ERPNEXT_ADMIN_SECRET=s gatehouse connect erpnext --apply",
      "  gatehouse connect erpnext --remove --apply",
      "",
      "The administrator's key is used for this run only: it is sent to the",
      "gateway and by it to the site, and is neither kept nor logged. Nothing",
      "is written for what is right."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is left to be done",
      "1:something is missing or failed, or the gateway cannot be asked",
      "2:wrong usage"
    })
final class ConnectErpnextCommand implements Callable<Integer> {

  private static final String PATH = "/api/connect/erpnext";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private GatewayOptions options = new GatewayOptions();

  @Option(names = "--site", description = "The site; the gateway's own ERPNEXT_URL if absent.")
  private @Nullable String site;

  @Option(
      names = "--admin-key",
      paramLabel = "key:secret",
      description =
          "Of a System Manager; ERPNEXT_ADMIN_KEY and ERPNEXT_ADMIN_SECRET if absent, which other"
              + " users of this machine cannot see.")
  private @Nullable String adminKey;

  @Option(
      names = "--user",
      paramLabel = "e-mail",
      description = "Whom the gateway posts as; gatehouse@ and the site's host if absent.")
  private @Nullable String user;

  @Option(names = "--apply", description = "Do it; else it is only shown.")
  private boolean apply;

  @Option(names = "--remove", description = "Take away what was made, and disable the user.")
  private boolean remove;

  @Option(names = "--fields", description = "With --remove: the custom fields, too.")
  private boolean fields;

  @Option(names = "--verify", description = "See a webhook arrive, even if nothing was written.")
  private boolean verify;

  @Option(names = "--new-key", description = "Replace the user's key, when it was lost.")
  private boolean newKey;

  @Option(names = "--set-secret", description = "Write the webhooks' secret anew.")
  private boolean setSecret;

  private final Map<String, String> variables;
  private final PrintStream out;
  private final PrintStream err;

  ConnectErpnextCommand() {
    this(System.getenv(), System.out, System.err);
  }

  ConnectErpnextCommand(
      final Map<String, String> variables, final PrintStream out, final PrintStream err) {
    this.variables = variables;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (fields && !remove) {
      throw usage("--fields belongs to --remove.");
    }
    final RemoteGateway gateway = options.gateway(variables);
    if (!"https".equals(options.url().getScheme()) && !HERE.contains(options.url().getHost())) {
      throw usage("An administrator's key travels by https only, or to this machine.");
    }
    try {
      return new StepReport(out).show(gateway.post(PATH, request())) ? 0 : 1;
    } catch (final RemoteGateway.Refused | RemoteGateway.Away refused) {
      err.println("gatehouse connect: " + refused.getMessage());
      return 1;
    }
  }

  private ObjectNode request() {
    final String[] key = adminKey();
    final ObjectNode request =
        JsonMapper.builder()
            .build()
            .createObjectNode()
            .put("admin_key", key[0])
            .put("admin_secret", key[1])
            .put("apply", apply)
            .put("remove", remove)
            .put("fields", fields)
            .put("verify", verify)
            .put("new_key", newKey)
            .put("set_secret", setSecret);
    Optional.ofNullable(site).ifPresent(address -> request.put("site", address));
    Optional.ofNullable(user).ifPresent(address -> request.put("user", address));
    return request;
  }

  private String[] adminKey() {
    final String given =
        Optional.ofNullable(adminKey)
            .orElseGet(
                () -> variable("ERPNEXT_ADMIN_KEY") + ":" + variable("ERPNEXT_ADMIN_SECRET"));
    final String[] parts = given.split(":", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw usage(
          "An administrator's key is needed: give --admin-key key:secret, or set ERPNEXT_ADMIN_KEY"
              + " and ERPNEXT_ADMIN_SECRET.");
    }
    return parts;
  }

  private String variable(final String name) {
    return variables.getOrDefault(name, "");
  }

  private ParameterException usage(final String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
