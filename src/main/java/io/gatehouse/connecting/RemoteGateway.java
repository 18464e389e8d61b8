package io.gatehouse.connecting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;

/** A running gateway, asked by its owner about the numbers of the Twilio account. */
final class RemoteGateway {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PATH = "/api/connect/twilio";

  /** An account may have many numbers, and each is set and read back. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI home;
  private final Secret key;

  RemoteGateway(final URI url, final Secret key) {
    this.home = URI.create(url.toString().replaceFirst("/+$", "") + PATH);
    this.key = key;
  }

  /** The gateway did not do it, for the reason given. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(final String reason) {
      super(reason, null, false, false);
    }
  }

  JsonNode show() {
    return ask(request().GET());
  }

  /**
   * @param numbers empty for all
   */
  JsonNode connect(final Collection<String> numbers) {
    final var choice = JSON.createObjectNode();
    if (numbers.isEmpty()) {
      choice.put("all", true);
    } else {
      numbers.forEach(choice.putArray("numbers")::add);
    }
    return ask(
        request()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(choice.toString())));
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(home)
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key.reveal());
  }

  private JsonNode ask(final HttpRequest.Builder request) {
    try {
      final HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      final JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new Refused(answer.statusCode() + ": " + body.path("detail").asText("no reason"));
      }
      return body;
    } catch (final JsonProcessingException notJson) {
      throw new Refused(home + " is not answered in JSON; is this a gateway?");
    } catch (final IOException away) {
      throw new Refused(home + " does not answer: " + away.getClass().getSimpleName());
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted");
    }
  }
}
