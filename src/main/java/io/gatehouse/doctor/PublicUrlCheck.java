package io.gatehouse.doctor;

import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether providers can find this gateway at {@code PUBLIC_URL}. */
@Singleton
class PublicUrlCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Environment environment;
  private final Identity identity;

  PublicUrlCheck(final Environment environment, final Identity identity) {
    this.environment = environment;
    this.identity = identity;
  }

  @Override
  public String name() {
    return "public_url";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    if (!environment.server().publicUrlGiven()) {
      return new Finding(
          State.NOTE,
          "not given, so no provider can be told where this gateway is",
          "Set PUBLIC_URL to the https address by which providers reach it.");
    }
    final URI url = environment.server().publicUrl();
    if (!"https".equals(url.getScheme())) {
      return new Finding(
          State.TROUBLE,
          url + " is not encrypted: messages and signatures travel in the open",
          "Put a proxy with TLS before the gateway and its https address into PUBLIC_URL.");
    }
    return resolved(url);
  }

  private Finding resolved(final URI url) {
    try {
      final String address = InetAddress.getByName(url.getHost()).getHostAddress();
      return reached(url, address);
    } catch (final UnknownHostException unknown) {
      return new Finding(
          State.TROUBLE,
          url.getHost() + " is not known to the DNS here",
          "Add the name, or correct PUBLIC_URL.");
    }
  }

  private Finding reached(final URI url, final String address) {
    try {
      final HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url + Identity.PATH)).timeout(PATIENCE).build(),
              BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains(identity.text())
          ? Finding.fine(url + " (" + address + ") leads here")
          : new Finding(
              State.TROUBLE,
              url + " answers " + answer.statusCode() + ", but it is not this gateway",
              "Let the proxy pass /webhooks and /o on to this gateway, or correct PUBLIC_URL.");
    } catch (final IOException away) {
      return new Finding(
          State.NOTE,
          url + " does not answer from here: " + away.getClass().getSimpleName(),
          "Try it from outside; some networks do not let a machine reach its own public address.");
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Finding.skipped("interrupted");
    }
  }
}
