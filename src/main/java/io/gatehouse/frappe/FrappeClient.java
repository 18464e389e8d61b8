package io.gatehouse.frappe;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.web.CappedBody;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Frappe's REST API, version 1, which all supported releases have. Follows no redirect, which would
 * turn a POST into a GET; keeps no cookie, which would ask for CSRF tokens; sends nothing twice.
 *
 * <p>Java's own client, because it tells a connection that was never made from an answer that never
 * came.
 */
@Singleton
public final class FrappeClient {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(15);

  /** On top of the time-out above, which ends with the answer's head: for its body. */
  private static final Duration BODY = Duration.ofSeconds(5);

  /** A page of long letters is some megabytes; what is more is not what was asked for. */
  private static final int LONGEST_BODY = 16 << 20;

  private static final String RESOURCE = "/api/resource/";
  private static final String METHOD = "/api/method/";
  private static final String JSON = "application/json";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(Redirect.NEVER)
          .build();
  private final JsonMapper json;
  private final Duration read;

  @Inject
  FrappeClient(final JsonMapper json) {
    this(json, READ);
  }

  FrappeClient(final JsonMapper json, final Duration read) {
    this.json = json;
    this.read = read;
  }

  /** Where documents of a type are created, as a path. */
  public static String path(final String doctype) {
    return RESOURCE + encode(doctype);
  }

  public Reply create(final Site site, final String doctype, final Map<String, ?> document) {
    return send(
        request(site, path(doctype))
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofByteArray(write(document))));
  }

  /**
   * The name of one document that fits.
   *
   * @param filters each {@code [field, operator, value]}
   */
  public Reply find(final Site site, final String doctype, final List<List<String>> filters) {
    final String query =
        "?fields="
            + encode("[\"name\"]")
            + "&filters="
            + encode(new String(write(filters), StandardCharsets.UTF_8))
            + "&limit_page_length=1";
    return send(request(site, path(doctype) + query).GET());
  }

  /** One document, with its child tables. */
  public Reply read(final Site site, final String doctype, final String name) {
    return send(request(site, path(doctype, name)).GET());
  }

  /** A page of documents. */
  public Reply list(final Site site, final String doctype, final Listing listing) {
    final String query =
        "?fields="
            + encode(json(listing.fields()))
            + "&filters="
            + encode(json(listing.filters()))
            + "&order_by="
            + encode(listing.order())
            + "&limit_start="
            + listing.start()
            + "&limit_page_length="
            + listing.most();
    return send(request(site, path(doctype) + query).GET());
  }

  /** Changes the fields given. */
  public Reply update(
      final Site site, final String doctype, final String name, final Map<String, ?> fields) {
    return send(
        request(site, path(doctype, name))
            .header("Content-Type", JSON)
            .PUT(BodyPublishers.ofByteArray(write(fields))));
  }

  public Reply delete(final Site site, final String doctype, final String name) {
    return send(request(site, path(doctype, name)).DELETE());
  }

  /**
   * Calls a method of the site that changes something.
   *
   * @param method its dotted path
   */
  public Reply call(final Site site, final String method, final Map<String, ?> arguments) {
    return send(
        request(site, METHOD + method)
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofByteArray(write(arguments))));
  }

  /** Calls a method of the site that only tells something. */
  public Reply ask(final Site site, final String method) {
    return send(request(site, METHOD + method).GET());
  }

  private static String path(final String doctype, final String name) {
    return path(doctype) + "/" + encode(name);
  }

  private String json(final Object value) {
    return new String(write(value), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(final Site site, final String path) {
    final String root = site.url().toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(read)
        .header("Accept", JSON)
        .header(
            "Authorization", "token " + site.apiKey().reveal() + ":" + site.apiSecret().reveal());
  }

  private Reply send(final HttpRequest.Builder request) {
    final var exchange =
        http.sendAsync(request.build(), answer -> new CappedBody(answer, LONGEST_BODY));
    try {
      return answered(exchange.get(read.plus(BODY).toMillis(), TimeUnit.MILLISECONDS));
    } catch (final TimeoutException slow) {
      exchange.cancel(true);
      return new Reply.Lost("slow");
    } catch (final ExecutionException failed) {
      return failed(Objects.requireNonNullElse(failed.getCause(), failed));
    } catch (final InterruptedException stopped) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Lost("stopping");
    }
  }

  private static Reply failed(final Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException timeout -> new Reply.Unreached("connect_slow");
      case ConnectException refused -> new Reply.Unreached(unreached(refused));
      case SSLHandshakeException untrusted -> new Reply.Unreached("tls");
      case HttpTimeoutException slow -> new Reply.Lost("slow");
      default -> new Reply.Lost(tooMuch(cause) ? "too_much" : "cut");
    };
  }

  /** Java's client wraps what its caller's own reader throws. */
  private static boolean tooMuch(final Throwable cause) {
    return cause instanceof CappedBody.TooLong || cause.getCause() instanceof CappedBody.TooLong;
  }

  private static String unreached(final ConnectException refused) {
    return refused.getCause() instanceof UnresolvedAddressException ? "no_host" : "no_connection";
  }

  private Reply answered(final HttpResponse<byte[]> response) {
    return new Reply.Answered(
        response.statusCode(),
        parse(response.body()),
        Pause.asked(response.headers()).orElse(null));
  }

  private @Nullable JsonNode parse(final byte[] body) {
    try {
      final JsonNode parsed = json.readValue(body, Argument.of(JsonNode.class));
      return parsed != null && parsed.isObject() ? parsed : null;
    } catch (final IOException | RuntimeException notJson) {
      return null;
    }
  }

  private byte[] write(final Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (final IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** For a path as well as a query: a blank as %20. */
  private static String encode(final String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
