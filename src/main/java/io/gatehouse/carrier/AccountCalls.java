package io.gatehouse.carrier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.base.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Asks Twilio about an account, where somebody waits for the answer: one request, no redirects, and
 * what went wrong is a problem that says so. Messages are sent another way.
 */
@Singleton
class AccountCalls {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Timeouts timeouts;
  private final HttpClient http;

  AccountCalls(final Timeouts timeouts) {
    this.timeouts = timeouts;
    this.http = HttpClient.newBuilder().connectTimeout(timeouts.connect()).build();
  }

  /**
   * @param path of the API, with its query
   * @return a JSON object
   * @throws Problem 502 when Twilio refuses or answers nonsense, 503 when it does not answer
   */
  JsonNode get(final TwilioAccount account, final String path) {
    return ask(request(account, path).GET());
  }

  /**
   * @throws Problem as {@link #get}
   */
  JsonNode post(final TwilioAccount account, final String path, final Map<String, String> form) {
    final String body =
        form.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return ask(
        request(account, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(final TwilioAccount account, final String path) {
    final String user = account.sid().orElseThrow() + ":" + account.tokens().getFirst().reveal();
    return HttpRequest.newBuilder(URI.create(account.api() + path))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(timeouts.whole())
        .header("Accept", "application/json")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode ask(final HttpRequest.Builder request) {
    final HttpResponse<String> answer = await(request.build());
    final JsonNode body = json(answer);
    if (answer.statusCode() / 100 != 2) {
      throw refused(answer.statusCode(), body.path("code").asInt(0));
    }
    if (!body.isObject()) {
      throw new Problem(502, "twilio_unreadable", "Twilio's answer is no JSON object.");
    }
    return body;
  }

  /** Twilio's own sentence is left out: it quotes what it was asked. */
  private static Problem refused(final int status, final int code) {
    final String detail =
        status == 401 || code == 20003
            ? "Twilio does not accept the account SID and auth token."
            : "Twilio refused: HTTP " + status + (code == 0 ? "." : ", code " + code + ".");
    return new Problem(502, "twilio_refused", detail)
        .with("status_of_twilio", status)
        .with("code_of_twilio", code);
  }

  /** A request's own time-out ends with its head; this one covers a body that drips. */
  private HttpResponse<String> await(final HttpRequest request) {
    final CompletableFuture<HttpResponse<String>> sent =
        http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      return sent.get(timeouts.whole().toMillis(), TimeUnit.MILLISECONDS);
    } catch (final ExecutionException | TimeoutException failed) {
      sent.cancel(true);
      throw new Problem(503, "twilio_unreachable", "Twilio does not answer. Try again.");
    } catch (final InterruptedException interrupted) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new Problem(503, "stopping", "The gateway is stopping.");
    }
  }

  private static JsonNode json(final HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (final JsonProcessingException broken) {
      return JSON.missingNode();
    }
  }

  private static String encoded(final String plain) {
    return URLEncoder.encode(plain, StandardCharsets.UTF_8);
  }

  @PreDestroy
  void stop() {
    http.shutdownNow();
  }
}
