package io.gatehouse.terminal;

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

/** A running gateway, asked by its owner. */
public final class RemoteGateway {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A gateway may have much to ask of a provider, one thing after the other. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String home;
  private final Secret key;

  public RemoteGateway(final URI url, final Secret key) {
    this.home = url.toString().replaceFirst("/+$", "");
    this.key = key;
  }

  /** The gateway did not do it, for the reason given. */
  public static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(final String reason) {
      super(reason, null, false, false);
    }
  }

  /** Nobody answers, or not a gateway. */
  public static final class Away extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Away(final String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * @throws Refused when the answer is another than 200
   * @throws Away when there is none
   */
  public JsonNode get(final String path) {
    return ask(request(path).GET());
  }

  /**
   * @throws Refused as {@link #get}
   * @throws Away likewise
   */
  public JsonNode post(final String path, final JsonNode body) {
    return ask(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(final String path) {
    return HttpRequest.newBuilder(URI.create(home + path))
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
      throw new Away(home + " does not answer in JSON; is this a gateway?");
    } catch (final IOException away) {
      throw new Away(home + " does not answer: " + away.getClass().getSimpleName());
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Away("interrupted");
    }
  }
}
