package io.gatehouse.webhook;

import io.gatehouse.base.Environment;
import io.gatehouse.effects.Outcome;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts to owners' addresses. Follows no redirect; reads nothing of what is answered. */
@Singleton
public class WebhookClient {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(Redirect.NEVER)
          .build();
  private final boolean privateToo;
  private final Duration answer;

  @Inject
  WebhookClient(final Environment environment) {
    this(environment.privateWebhooks(), ANSWER);
  }

  WebhookClient(final boolean privateToo, final Duration answer) {
    this.privateToo = privateToo;
    this.answer = answer;
  }

  /**
   * @return Later also where it may have arrived: the receiver knows a repeat by its webhook-id
   */
  public Outcome post(final URI address, final Map<String, String> headers, final byte[] body) {
    try {
      if (!privateToo && !PublicAddress.of(address.getHost())) {
        return new Outcome.Refused(
            "private_address", "The webhook leads into a private network; see PRIVATE_WEBHOOKS.");
      }
    } catch (final UnknownHostException unknown) {
      return new Outcome.Later("unreachable", "The webhook's host has no address.", null);
    }
    final HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(answer)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Gatehouse")
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  private Outcome send(final HttpRequest request) {
    final var exchange = http.sendAsync(request, BodyHandlers.discarding());
    try {
      return answered(exchange.get(answer.plus(CONNECT).toMillis(), TimeUnit.MILLISECONDS));
    } catch (final TimeoutException | ExecutionException away) {
      exchange.cancel(true);
      return new Outcome.Later("unreachable", "The webhook did not answer.", null);
    } catch (final InterruptedException stopped) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Later("stopped", "Stopped while waiting for the answer.", null);
    }
  }

  private static Outcome answered(final HttpResponse<Void> response) {
    final int status = response.statusCode();
    final String code = "http_" + status;
    if (status / 100 == 2) {
      return new Outcome.Done(code);
    }
    return status == 408 || status == 425 || status == 429 || status >= 500
        ? new Outcome.Later(code, "The webhook asked for patience.", patience(response))
        : new Outcome.Refused(code, "The webhook refused the news.");
  }

  private static @Nullable Duration patience(final HttpResponse<Void> response) {
    final Optional<String> seconds =
        response.headers().firstValue("Retry-After").filter(value -> value.matches("[0-9]{1,5}"));
    return seconds.map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(null);
  }
}
