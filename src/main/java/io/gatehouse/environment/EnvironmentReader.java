package io.gatehouse.environment;

import static io.gatehouse.environment.Variable.CIRCUIT_BREAKER_RESET_MS;
import static io.gatehouse.environment.Variable.CIRCUIT_BREAKER_THRESHOLD;
import static io.gatehouse.environment.Variable.DATABASE_URL;
import static io.gatehouse.environment.Variable.ERPNEXT_API_KEY;
import static io.gatehouse.environment.Variable.ERPNEXT_API_SECRET;
import static io.gatehouse.environment.Variable.ERPNEXT_URL;
import static io.gatehouse.environment.Variable.ERPNEXT_WEBHOOK_SECRET;
import static io.gatehouse.environment.Variable.GATEHOUSE_DATA;
import static io.gatehouse.environment.Variable.GATEHOUSE_KEY;
import static io.gatehouse.environment.Variable.GATEHOUSE_OWNER_KEY;
import static io.gatehouse.environment.Variable.MAX_BODY_BYTES;
import static io.gatehouse.environment.Variable.MAX_MESSAGE_LENGTH;
import static io.gatehouse.environment.Variable.MAX_SCAN_CHARACTERS;
import static io.gatehouse.environment.Variable.METRICS_KEY;
import static io.gatehouse.environment.Variable.NUDGE_THRESHOLD;
import static io.gatehouse.environment.Variable.OTEL_EXPORTER_OTLP_ENDPOINT;
import static io.gatehouse.environment.Variable.PORT;
import static io.gatehouse.environment.Variable.PRIVATE_WEBHOOKS;
import static io.gatehouse.environment.Variable.PUBLIC_URL;
import static io.gatehouse.environment.Variable.REDIS_URL;
import static io.gatehouse.environment.Variable.SMTP_URL;
import static io.gatehouse.environment.Variable.SYNC_THRESHOLD;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads everything before it complains, so that a person mends all mistakes at once. */
public final class EnvironmentReader {

  private static final int DEFAULT_PORT = 8080;
  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST_SCANNED = 20_000;

  private final Map<String, String> values;
  private final List<String> complaints = new ArrayList<>();

  /**
   * @param values as the process was started with; empty ones count as absent
   */
  public EnvironmentReader(final Map<String, String> values) {
    this.values = values;
  }

  /** The data directory alone, which must be known before generated secrets are. */
  public Path dataDirectory() {
    final Path data = parsed(GATEHOUSE_DATA, Path::of).orElseGet(() -> Path.of("data"));
    complain();
    return data;
  }

  /** The database elsewhere alone, for commands that only read it. */
  public Optional<DatabaseUrl> database() {
    final Optional<DatabaseUrl> database = parsed(DATABASE_URL, UrlParts::parse);
    complain();
    return database;
  }

  /**
   * @param kept gives the generated secret of a variable that is absent; not called when anything
   *     is wrong
   * @throws StartFailure naming every variable that is wrong and what it should be, never its value
   */
  public Environment read(final Function<Variable, Secret> kept) {
    final Environment.Server server = server();
    final Optional<DatabaseUrl> database = parsed(DATABASE_URL, UrlParts::parse);
    final Optional<Environment.Twilio> twilio = twilio();
    final Optional<Environment.Erpnext> erpnext = erpnext();
    final Optional<Secret> owner = parsed(GATEHOUSE_OWNER_KEY, Forms::ownerKey);
    final Optional<Secret> sealing = parsed(GATEHOUSE_KEY, Forms::sealingKey);
    final Optional<Environment.Smtp> smtp = parsed(SMTP_URL, SmtpUrl::parse);
    final boolean privateWebhooks = parsed(PRIVATE_WEBHOOKS, Forms::yes).orElse(false);
    final Optional<Secret> webhook = parsed(ERPNEXT_WEBHOOK_SECRET, Forms::token);
    final Environment.Interception interception = interception();
    final Optional<URI> redis = parsed(REDIS_URL, Forms::redis);
    final var watching =
        new Environment.Watching(
            parsed(METRICS_KEY, Forms::ownerKey),
            parsed(OTEL_EXPORTER_OTLP_ENDPOINT, Forms::address));
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
        watching);
  }

  private Environment.Server server() {
    final int port = parsed(PORT, text -> Forms.number(text, 0, 65_535)).orElse(DEFAULT_PORT);
    final URI local = URI.create("http://localhost:" + port);
    final Optional<URI> given = parsed(PUBLIC_URL, Forms::address);
    return new Environment.Server(
        port,
        given.orElse(local),
        given.isPresent(),
        parsed(MAX_BODY_BYTES, text -> Forms.number(text, 1 << 10, 10 * MEBIBYTE)).orElse(MEBIBYTE),
        parsed(MAX_SCAN_CHARACTERS, text -> Forms.number(text, 100, MOST_SCANNED))
            .orElse(MOST_SCANNED));
  }

  /** S3.3; the defaults are its own. */
  private Environment.Interception interception() {
    final double nudge = parsed(NUDGE_THRESHOLD, Forms::share).orElse(0.40);
    final double block = parsed(SYNC_THRESHOLD, Forms::share).orElse(0.65);
    if (nudge > block) {
      complaints.add(
          "NUDGE_THRESHOLD (" + nudge + ") must not be above SYNC_THRESHOLD (" + block + ").");
    }
    return new Environment.Interception(
        nudge,
        block,
        parsed(CIRCUIT_BREAKER_THRESHOLD, text -> Forms.number(text, 1, 1_000)).orElse(5),
        Duration.ofMillis(
            parsed(CIRCUIT_BREAKER_RESET_MS, text -> Forms.number(text, 100, 3_600_000))
                .orElse(30_000)),
        parsed(MAX_MESSAGE_LENGTH, text -> Forms.number(text, 100, MOST_SCANNED)).orElse(10_000));
  }

  private Optional<Environment.Twilio> twilio() {
    together(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
    needs(TWILIO_API_URL, TWILIO_ACCOUNT_SID);
    needs(TWILIO_MESSAGING_SERVICE_SID, TWILIO_ACCOUNT_SID);
    final Optional<String> sid = parsed(TWILIO_ACCOUNT_SID, Forms::accountSid);
    final Optional<List<Secret>> tokens = parsed(TWILIO_AUTH_TOKEN, Forms::tokens);
    final Optional<URI> api = parsed(TWILIO_API_URL, Forms::address);
    final Optional<String> service =
        parsed(TWILIO_MESSAGING_SERVICE_SID, Forms::messagingServiceSid);
    return sid.flatMap(id -> tokens.map(all -> new Environment.Twilio(id, all, api, service)));
  }

  private Optional<Environment.Erpnext> erpnext() {
    together(ERPNEXT_URL, ERPNEXT_API_KEY, ERPNEXT_API_SECRET);
    final Optional<URI> url = parsed(ERPNEXT_URL, Forms::address);
    final Optional<Secret> key = parsed(ERPNEXT_API_KEY, Forms::token);
    final Optional<Secret> secret = parsed(ERPNEXT_API_SECRET, Forms::token);
    return url.isPresent() && key.isPresent() && secret.isPresent()
        ? Optional.of(new Environment.Erpnext(url.get(), key.get(), secret.get()))
        : Optional.empty();
  }

  private Optional<String> given(final Variable variable) {
    return Optional.ofNullable(values.get(variable.name()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private <T> Optional<T> parsed(final Variable variable, final Function<String, T> form) {
    try {
      return given(variable).map(form);
    } catch (final IllegalArgumentException otherForm) {
      complaints.add(variable + " is wrong; expected " + variable.expectation() + ".");
      return Optional.empty();
    }
  }

  /** A group of which a part is missing would silently run in sandbox. */
  private void together(final Variable... group) {
    final List<Variable> given = Arrays.stream(group).filter(v -> given(v).isPresent()).toList();
    for (final Variable variable : group) {
      if (!given.isEmpty() && !given.contains(variable)) {
        missing(variable, given.getFirst());
      }
    }
  }

  private void needs(final Variable dependent, final Variable other) {
    if (given(dependent).isPresent() && given(other).isEmpty()) {
      missing(other, dependent);
    }
  }

  private void missing(final Variable absent, final Variable because) {
    complaints.add(
        absent
            + " is missing though "
            + because
            + " is set; expected "
            + absent.expectation()
            + ".");
  }

  private void complain() {
    if (!complaints.isEmpty()) {
      throw StartFailure.configuration(complaints);
    }
  }
}
