package io.gatehouse.twilio;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.web.RawBody;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Lets in what Twilio signed for an organization's account; counts what it turns away. */
@Singleton
class Door {

  private final ProviderAccounts accounts;
  private final Environment.Server server;
  private final LongAdder turnedAway = new LongAdder();

  Door(final ProviderAccounts accounts, final Environment environment) {
    this.accounts = accounts;
    this.server = environment.server();
  }

  /**
   * Proves a webhook and reads its parameters, of the body or, for GET, of the query.
   *
   * @throws Problem 403 when it is not from Twilio or is about another account, 400 when it cannot
   *     be read
   */
  Form open(final OrganizationId organization, final ServerHttpRequest<?> request) {
    final TwilioAccount account = accounts.twilio(organization);
    final String signature = request.getHeaders().get("X-Twilio-Signature");
    if (signature == null) {
      throw turnAway("There is no X-Twilio-Signature.");
    }
    final byte[] body = RawBody.of(request);
    final Optional<Form> form = isForm(request) ? Optional.of(Form.parse(body)) : Optional.empty();
    final var signed = new Signature.Request(url(request), form, body);
    if (!Signature.holds(signed, signature, account.tokens())) {
      throw turnAway("The X-Twilio-Signature does not fit; compare PUBLIC_URL and the auth token.");
    }
    final Form parameters = form.orElseGet(() -> query(request));
    if (account.sid().filter(sid -> !sid.equals(parameters.text("AccountSid"))).isPresent()) {
      throw turnAway("The webhook is about another account.");
    }
    return parameters;
  }

  /** How many were turned away since the start. */
  long turnedAway() {
    return turnedAway.sum();
  }

  private Problem turnAway(final String why) {
    turnedAway.increment();
    return Problem.forbidden("signature", why);
  }

  private static boolean isForm(final HttpRequest<?> request) {
    return request.getMethod() != HttpMethod.GET
        && request
            .getContentType()
            .map(MediaType::getName)
            .filter(type -> type.contains("form"))
            .isPresent();
  }

  private static Form query(final HttpRequest<?> request) {
    return Optional.ofNullable(request.getUri().getRawQuery())
        .filter(query -> request.getMethod() == HttpMethod.GET)
        .map(query -> Form.parse(query.getBytes(StandardCharsets.UTF_8)))
        .orElse(Form.EMPTY);
  }

  /** As Twilio called it; headers that a proxy adds are not believed. */
  private String url(final HttpRequest<?> request) {
    final URI uri = request.getUri();
    final String target =
        uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    if (server.publicUrlGiven()) {
      return server.publicUrl() + target;
    }
    final String scheme = request.isSecure() ? "https" : "http";
    return scheme + "://" + request.getHeaders().get(HttpHeaders.HOST) + target;
  }
}
