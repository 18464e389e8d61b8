package io.gatehouse.testkit;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls the running server as a stranger would: plain HTTP, bodies as text, no exception for any
 * status.
 */
@Singleton
public final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Provider<EmbeddedServer> server;

  public Api(final Provider<EmbeddedServer> server) {
    this.server = server;
  }

  public HttpResponse<String> get(final String path, final String key) {
    return send(request(path).header("Authorization", "Bearer " + key).GET());
  }

  public HttpResponse<String> post(final String path, final String key, final String json) {
    return json("POST", path, key, json);
  }

  /** Sends JSON by any method. */
  public HttpResponse<String> json(
      final String method, final String path, final String key, final String json) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(final String path, final String key) {
    return send(request(path).header("Authorization", "Bearer " + key).DELETE());
  }

  /** Begins a request of any kind, for {@link #send}. */
  public HttpRequest.Builder request(final String path) {
    return HttpRequest.newBuilder(URI.create(server.get().getURL() + path)).timeout(PATIENCE);
  }

  public HttpResponse<String> send(final HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  /** For answers that are no text. */
  public HttpResponse<byte[]> bytes(final HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(
      final HttpRequest.Builder request, final HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (final IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
