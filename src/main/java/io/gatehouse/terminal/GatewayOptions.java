package io.gatehouse.terminal;

import io.gatehouse.base.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which gateway a command asks, and as whom. */
public final class GatewayOptions {

  private static final String KEY = "GATEHOUSE_OWNER_KEY";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      description = "The gateway; ${DEFAULT-VALUE} if absent.")
  private URI url = URI.create("");

  @Option(names = "--key", description = "An owner's key; GATEHOUSE_OWNER_KEY if absent.")
  private @Nullable String key;

  public URI url() {
    return url;
  }

  /**
   * @throws ParameterException when there is no address or no key
   */
  public RemoteGateway gateway(final Map<String, String> variables) {
    if (url.getHost() == null) {
      throw usage("--url is an address such as https://gate.example.org.");
    }
    return new RemoteGateway(url, ownerKey(variables));
  }

  private Secret ownerKey(final Map<String, String> variables) {
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
