package io.gatehouse.environment;

import static io.gatehouse.environment.Variable.DATABASE_URL;
import static io.gatehouse.environment.Variable.DETECTION_HOST;
import static io.gatehouse.environment.Variable.DETECTION_PORT;
import static io.gatehouse.environment.Variable.ERPNEXT_API_KEY;
import static io.gatehouse.environment.Variable.ERPNEXT_API_SECRET;
import static io.gatehouse.environment.Variable.ERPNEXT_URL;
import static io.gatehouse.environment.Variable.ERPNEXT_WEBHOOK_SECRET;
import static io.gatehouse.environment.Variable.GATEHOUSE_DATA;
import static io.gatehouse.environment.Variable.GATEHOUSE_KEY;
import static io.gatehouse.environment.Variable.GATEHOUSE_OWNER_KEY;
import static io.gatehouse.environment.Variable.MAX_BODY_BYTES;
import static io.gatehouse.environment.Variable.MAX_SCAN_CHARACTERS;
import static io.gatehouse.environment.Variable.METRICS_KEY;
import static io.gatehouse.environment.Variable.OTEL_EXPORTER_OTLP_ENDPOINT;
import static io.gatehouse.environment.Variable.PRIVATE_WEBHOOKS;
import static io.gatehouse.environment.Variable.PUBLIC_URL;
import static io.gatehouse.environment.Variable.SMTP_URL;
import static io.gatehouse.environment.Variable.TWILIO_ACCOUNT_SID;
import static io.gatehouse.environment.Variable.TWILIO_API_URL;
import static io.gatehouse.environment.Variable.TWILIO_AUTH_TOKEN;
import static io.gatehouse.environment.Variable.TWILIO_MESSAGING_SERVICE_SID;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads everything before it complains, so that a person mends all mistakes at once. */
public final class EnvironmentReader {

  private static final String BUILT_IN = "detection is built in";
  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST_SCANNED = 20_000;

  private final Given given;

  /**
   * @param values as the process was started with; empty ones count as absent
   */
  public EnvironmentReader(final Map<String, String> values) {
    this.given = new Given(values);
  }

  /** The data directory alone, which must be known before generated secrets are. */
  public Path dataDirectory() {
    final Path data = given.parsed(GATEHOUSE_DATA, Path::of).orElseGet(() -> Path.of("data"));
    given.demandNoComplaint();
    return data;
  }

  /** The database elsewhere alone, for commands that only read it. */
  public Optional<DatabaseUrl> database() {
    final Optional<DatabaseUrl> database = given.parsed(DATABASE_URL, UrlParts::parse);
    given.demandNoComplaint();
    return database;
  }

  /** How a chat application is answered alone, for commands that decide again. */
  public Environment.Interception interception() {
    final Environment.Interception interception = InterceptionReader.read(given);
    given.demandNoComplaint();
    return interception;
  }

  /**
   * @param kept gives the generated secret of a variable that is absent; not called when anything
   *     is wrong
   * @throws StartFailure naming every variable that is wrong and what it should be, never its value
   */
  public Environment read(final Function<Variable, Secret> kept) {
    final Environment.Server server = server();
    final Optional<DatabaseUrl> database = given.parsed(DATABASE_URL, UrlParts::parse);
    final Optional<Environment.Twilio> twilio = twilio();
    final Optional<Environment.Erpnext> erpnext = erpnext();
    final Optional<Secret> owner = given.parsed(GATEHOUSE_OWNER_KEY, Forms::ownerKey);
    final Optional<Secret> sealing = given.parsed(GATEHOUSE_KEY, Forms::sealingKey);
    final Optional<Environment.Smtp> smtp = given.parsed(SMTP_URL, SmtpUrl::parse);
    final boolean privateWebhooks = given.parsed(PRIVATE_WEBHOOKS, Forms::yes).orElse(false);
    final Optional<Secret> webhook = given.parsed(ERPNEXT_WEBHOOK_SECRET, Forms::token);
    final Environment.Interception interception = InterceptionReader.read(given);
    final Optional<Environment.Redis> redis = RedisReader.read(given);
    final Optional<Environment.Model> model = ModelReader.read(given);
    given.ignore(DETECTION_HOST, BUILT_IN);
    given.ignore(DETECTION_PORT, BUILT_IN);
    final var watching =
        new Environment.Watching(
            given.parsed(METRICS_KEY, Forms::ownerKey),
            given.parsed(OTEL_EXPORTER_OTLP_ENDPOINT, Forms::address));
    final Path data = dataDirectory();
    final var secrets =
        new Environment.Secrets(
            owner,
            sealing.orElseGet(() -> kept.apply(GATEHOUSE_KEY)),
            twilio
                .map(Environment.Twilio::authTokens)
                .orElseGet(() -> List.of(kept.apply(TWILIO_AUTH_TOKEN))),
            webhook.orElseGet(() -> kept.apply(ERPNEXT_WEBHOOK_SECRET)));
    return new Environment(
        server,
        database,
        data,
        secrets,
        twilio,
        erpnext,
        smtp,
        privateWebhooks,
        interception,
        redis,
        given.notices(),
        watching,
        model);
  }

  private Environment.Server server() {
    final int port = PortReader.port(given);
    final URI local = URI.create("http://localhost:" + port);
    final Optional<URI> address = given.parsed(PUBLIC_URL, Forms::address);
    return new Environment.Server(
        port,
        PortReader.health(given, port),
        address.orElse(local),
        address.isPresent(),
        given
            .parsed(MAX_BODY_BYTES, text -> Forms.number(text, 1 << 10, 10 * MEBIBYTE))
            .orElse(MEBIBYTE),
        given
            .parsed(MAX_SCAN_CHARACTERS, text -> Forms.number(text, 100, MOST_SCANNED))
            .orElse(MOST_SCANNED));
  }

  private Optional<Environment.Twilio> twilio() {
    given.together(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
    given.needs(TWILIO_API_URL, TWILIO_ACCOUNT_SID);
    given.needs(TWILIO_MESSAGING_SERVICE_SID, TWILIO_ACCOUNT_SID);
    final Optional<String> sid = given.parsed(TWILIO_ACCOUNT_SID, Forms::accountSid);
    final Optional<List<Secret>> tokens = given.parsed(TWILIO_AUTH_TOKEN, Forms::tokens);
    final Optional<URI> api = given.parsed(TWILIO_API_URL, Forms::address);
    final Optional<String> service =
        given.parsed(TWILIO_MESSAGING_SERVICE_SID, Forms::messagingServiceSid);
    return sid.flatMap(id -> tokens.map(all -> new Environment.Twilio(id, all, api, service)));
  }

  private Optional<Environment.Erpnext> erpnext() {
    given.together(ERPNEXT_URL, ERPNEXT_API_KEY, ERPNEXT_API_SECRET);
    final Optional<URI> url = given.parsed(ERPNEXT_URL, Forms::address);
    final Optional<Secret> key = given.parsed(ERPNEXT_API_KEY, Forms::token);
    final Optional<Secret> secret = given.parsed(ERPNEXT_API_SECRET, Forms::token);
    return url.isPresent() && key.isPresent() && secret.isPresent()
        ? Optional.of(new Environment.Erpnext(url.get(), key.get(), secret.get()))
        : Optional.empty();
  }
}
