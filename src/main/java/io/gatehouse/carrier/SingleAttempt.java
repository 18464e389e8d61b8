package io.gatehouse.carrier;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request to Twilio. The SDK's own client sends a POST again on any 5xx, up to three
 * times, and cannot be given a time-out or another address; this one asks once, remembers what came
 * back, and is thrown away.
 */
final class SingleAttempt extends com.twilio.http.HttpClient {

  private static final String BODY = "Body";
  private static final String MEDIA = "MediaUrl";

  private final Connections connections;
  private final URI api;
  private final String text;
  private @Nullable HttpResponse<String> answer;
  private @Nullable Throwable failure;

  /**
   * @param api takes the place of https://api.twilio.com
   * @param text of the message: the SDK drops a parameter whose value is "null"
   */
  SingleAttempt(final Connections connections, final URI api, final String text) {
    this.connections = connections;
    this.api = api;
    this.text = text;
  }

  @Override
  public Response reliableRequest(final Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(final Request request) {
    final CompletableFuture<HttpResponse<String>> sent =
        connections
            .http()
            .sendAsync(translated(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      final var answered =
          sent.get(connections.timeouts().whole().toMillis(), TimeUnit.MILLISECONDS);
      answer = answered;
      return new Response(answered.body(), answered.statusCode());
    } catch (final ExecutionException failed) {
      throw lost(Optional.ofNullable(failed.getCause()).orElse(failed));
    } catch (final TimeoutException late) {
      sent.cancel(true);
      throw lost(late);
    } catch (final InterruptedException interrupted) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw lost(interrupted);
    }
  }

  Optional<HttpResponse<String>> answer() {
    return Optional.ofNullable(answer);
  }

  /** Whether the request certainly never left: no connection stood. */
  boolean neverSent() {
    return failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof SSLHandshakeException;
  }

  /** The kind of failure; messages of exceptions may quote addresses. */
  String cause() {
    return failure == null ? "no answer" : failure.getClass().getSimpleName();
  }

  private ApiConnectionException lost(final Throwable cause) {
    failure = cause;
    return new ApiConnectionException(cause.getClass().getSimpleName());
  }

  private HttpRequest translated(final Request request) {
    final String path = URI.create(request.constructURL().toString()).getRawPath();
    return HttpRequest.newBuilder(URI.create(api + path))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(connections.timeouts().whole())
        .header("Authorization", request.getAuthString())
        .header("Accept", "application/json")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form(request)))
        .build();
  }

  private String form(final Request request) {
    final Map<String, List<String>> parameters = new TreeMap<>(request.getPostParams());
    if (text.isBlank() && parameters.containsKey(MEDIA)) {
      parameters.remove(BODY);
    } else {
      parameters.put(BODY, List.of(text));
    }
    return parameters.entrySet().stream()
        .flatMap(
            parameter ->
                parameter.getValue().stream()
                    .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(final String plain) {
    return URLEncoder.encode(plain, StandardCharsets.UTF_8);
  }
}
