package io.gatehouse.carrier;

import io.gatehouse.accounts.TwilioAccount;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One GET to Twilio. Reading changes nothing, so every failure is the same: no answer. */
@Singleton
class Question {

  private static final int OK = 200;

  private final Connections connections;
  private final JsonMapper json;

  Question(final Connections connections, final JsonMapper json) {
    this.connections = connections;
    this.json = json;
  }

  /**
   * @param path with its query, encoded
   */
  Optional<JsonNode> ask(final TwilioAccount account, final String path) {
    final CompletableFuture<HttpResponse<byte[]>> asked =
        connections.http().sendAsync(request(account, path), BodyHandlers.ofByteArray());
    try {
      final var answer =
          asked.get(connections.timeouts().whole().toMillis(), TimeUnit.MILLISECONDS);
      return answer.statusCode() == OK ? read(answer.body()) : Optional.empty();
    } catch (final ExecutionException | TimeoutException none) {
      asked.cancel(true);
      return Optional.empty();
    } catch (final InterruptedException interrupted) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private HttpRequest request(final TwilioAccount account, final String path) {
    final String user = account.sid().orElseThrow() + ":" + account.tokens().getFirst().reveal();
    return HttpRequest.newBuilder(URI.create(account.api() + path))
        .timeout(connections.timeouts().whole())
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
        .header("Accept", "application/json")
        .GET()
        .build();
  }

  private Optional<JsonNode> read(final byte[] body) {
    try {
      return Optional.ofNullable(json.readValue(body, JsonNode.class));
    } catch (final IOException noJson) {
      return Optional.empty();
    }
  }
}
