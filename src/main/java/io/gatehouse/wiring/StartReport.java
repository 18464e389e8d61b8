package io.gatehouse.wiring;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person at the terminal wants to know once the server is up. */
final class StartReport {

  private StartReport() {}

  static String of(final Running running) {
    final Environment environment = running.environment();
    return Stream.of(
            "Gatehouse is up at " + running.address(),
            "  public URL  " + publicUrl(environment.server()),
            "  database    " + database(environment, running.data()),
            "  Twilio      " + twilio(environment),
            "  ERPNext     " + erpnext(environment),
            "  e-mail      " + mail(environment),
            "  Redis       " + redis(environment),
            "  model       " + model(environment),
            health(environment),
            notices(environment),
            running.newOwnerKey().map(StartReport::ownerKey).orElse(""))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String publicUrl(final Environment.Server server) {
    return server.publicUrlGiven()
        ? server.publicUrl().toString()
        : "not set (PUBLIC_URL: how providers reach this server)";
  }

  private static String database(final Environment environment, final DataDirectory data) {
    return environment.database().map(DatabaseUrl::jdbc).orElse("embedded, in " + data.path());
  }

  private static String twilio(final Environment environment) {
    return environment
        .twilio()
        .map(account -> "live, account " + account.accountSid())
        .orElse("sandbox: nothing is sent (set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN)");
  }

  private static String erpnext(final Environment environment) {
    return environment
        .erpnext()
        .map(site -> "live, " + site.url())
        .orElse(
            "sandbox: nothing is posted (set ERPNEXT_URL, ERPNEXT_API_KEY, ERPNEXT_API_SECRET)");
  }

  private static String mail(final Environment environment) {
    return environment
        .smtp()
        .map(server -> "live, " + server.host() + " as " + server.from())
        .orElse("sandbox: owners are not written to (set SMTP_URL)");
  }

  private static String redis(final Environment environment) {
    return environment
        .redis()
        .map(server -> server.host() + ":" + server.port() + (server.tls() ? ", with TLS" : ""))
        .orElse("none: the feed goes into no stream (set REDIS_URL)");
  }

  private static String model(final Environment environment) {
    return environment
        .model()
        .map(model -> model.name() + " at " + model.url() + ", where settings say so")
        .orElse("none: moderation goes by keywords (set LLM_URL and LLM_MODEL)");
  }

  private static String health(final Environment environment) {
    final OptionalInt port = environment.server().healthPort();
    return port.isPresent()
        ? "  health      also at port " + port.getAsInt() + ": /health and /metrics"
        : "";
  }

  private static String notices(final Environment environment) {
    return environment.notices().stream()
        .map(notice -> "  notice      " + notice)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String ownerKey(final Secret key) {
    return "  owner key   " + key.reveal() + "  (shown this once: keep it)";
  }
}
