package io.gatehouse.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.Secret;
import io.gatehouse.fixture.LetterWriter.Letter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** A running gateway, as its providers and its owner reach it. */
final class Gateway {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI url;
  private final Secret key;

  /**
   * @param key of an owner
   */
  Gateway(final URI url, final Secret key) {
    this.url = url;
    this.key = key;
  }

  /** What came back; status 0 is no answer at all. */
  record Answer(int status, String type, String body) {}

  /** The gateway cannot be asked, for the reason given. */
  static final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(final String reason) {
      super(reason, null, false, false);
    }
  }

  /** Calls a webhook, the given number of times at once. */
  List<Answer> deliver(final Letter letter, final int copies) {
    final HttpRequest.Builder request =
        request(letter.path()).POST(BodyPublishers.ofByteArray(letter.body()));
    letter.headers().forEach(request::header);
    final HttpRequest ready = request.build();
    return Stream.generate(() -> send(ready)).limit(copies).toList().stream()
        .map(sent -> sent.exceptionally(Gateway::nothing).join())
        .toList();
  }

  /** Registers a conversation, named by its {@code external_ref}. */
  void register(final JsonNode conversation) {
    final String path = "/api/conversations/" + encoded(conversation.path("external_ref").asText());
    ask(
        owner(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(conversation.toString())));
  }

  /** Whether nobody outside would hear of anything: neither provider has credentials. */
  boolean inSandbox() {
    final JsonNode sandboxes = get("/api/sandbox");
    return sandboxes.path("twilio").asBoolean() && sandboxes.path("erpnext").asBoolean();
  }

  JsonNode get(final String path) {
    return ask(owner(path).GET());
  }

  static String encoded(final String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode ask(final HttpRequest.Builder request) {
    final HttpRequest ready = request.build();
    final Answer answer = await(send(ready));
    if (answer.status() / 100 != 2) {
      throw new Unreachable(
          ready.method()
              + " "
              + ready.uri()
              + " is answered "
              + answer.status()
              + ": "
              + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (final JsonProcessingException notJson) {
      throw new Unreachable(ready.uri() + " is not answered in JSON.");
    }
  }

  private HttpRequest.Builder owner(final String path) {
    return request(path).header("Authorization", "Bearer " + key.reveal());
  }

  private HttpRequest.Builder request(final String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private CompletableFuture<Answer> send(final HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString()).thenApply(Gateway::answer);
  }

  private static Answer answer(final HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  private static Answer nothing(final Throwable cause) {
    return new Answer(0, "", "no answer: " + cause.getMessage());
  }

  private Answer await(final CompletableFuture<Answer> answer) {
    try {
      return answer.join();
    } catch (final CompletionException failed) {
      throw new Unreachable(url + " does not answer: " + failed.getCause());
    }
  }
}
