package io.gatehouse.week;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Speaks with the gateway: as Twilio does, and as its owner does. */
public final class Gateway {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final JsonMapper JSON = JsonMapper.createDefault();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String url;
  private final String key;

  Gateway(final String url, final String key) {
    this.url = url;
    this.key = key;
  }

  /** Whether it answered with 2xx. */
  boolean hears(final Written written) {
    return post(url + "/webhooks/twilio/sms", form(written));
  }

  /** A signed webhook. */
  boolean post(final String address, final Map<String, String> form) {
    final HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", Wire.signature(address, form, SimulatedTwilio.TOKEN))
            .POST(BodyPublishers.ofString(Wire.form(form)))
            .build();
    return send(request).filter(answer -> answer.statusCode() / 100 == 2).isPresent();
  }

  /**
   * Asks for something of the owner's.
   *
   * @throws IllegalStateException when it is refused or there is no answer
   */
  public Map<String, Object> ask(final String method, final String path, final String json) {
    final HttpResponse<byte[]> answer =
        send(asked(method, path, json))
            .orElseThrow(() -> new IllegalStateException("no answer to " + method + " " + path));
    final String body = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          method + " " + path + " got " + answer.statusCode() + ": " + body);
    }
    return object(body);
  }

  /** The same, of which only the answer's code matters; 0 when there is none. */
  public int tryTo(final String method, final String path, final String json) {
    return send(asked(method, path, json)).map(HttpResponse::statusCode).orElse(0);
  }

  private HttpRequest asked(final String method, final String path, final String json) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        // The settings of a gateway that was just born; nobody else looks at it.
        .header("If-Match", "\"0\"")
        .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
        .build();
  }

  private Optional<HttpResponse<byte[]>> send(final HttpRequest request) {
    try {
      return Optional.of(http.send(request, BodyHandlers.ofByteArray()));
    } catch (final IOException away) {
      return Optional.empty();
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Map<String, String> form(final Written written) {
    final Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", written.sid());
    form.put("SmsSid", written.sid());
    form.put("SmsMessageSid", written.sid());
    form.put("AccountSid", SimulatedTwilio.ACCOUNT);
    form.put("From", written.from());
    form.put("To", written.to());
    form.put("Body", written.body());
    form.put("NumMedia", "0");
    form.put("NumSegments", "1");
    form.put("SmsStatus", "received");
    form.put("ApiVersion", "2010-04-01");
    return form;
  }

  /** The same, of an answer that is a list of objects. */
  public List<Map<?, ?>> list(final String path) {
    final List<Map<?, ?>> items = new ArrayList<>();
    if (ask("GET", path, "").get("items") instanceof final List<?> all) {
      for (final Object item : all) {
        if (item instanceof final Map<?, ?> one) {
          items.add(one);
        }
      }
    }
    return items;
  }

  private static Map<String, Object> object(final String json) {
    try {
      return json.startsWith("[")
          ? Map.of("items", JSON.readValue(json, Argument.listOf(Object.class)))
          : json.isBlank()
              ? Map.of()
              : JSON.readValue(json, Argument.mapOf(String.class, Object.class));
    } catch (final IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
