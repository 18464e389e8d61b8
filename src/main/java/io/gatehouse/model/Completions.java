package io.gatehouse.model;

import io.gatehouse.base.Environment.Model;
import io.gatehouse.web.CappedBody;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /chat/completions}, and {@code GET /models}. The whole answer has one time-out, so
 * that neither silence nor a drop now and then holds anything up; redirects are not followed, for
 * the key goes along.
 */
final class Completions {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** An answer has less than 1 KiB; what a server adds of its own is little. */
  private static final int LONGEST = 64 << 10;

  /** Some servers list hundreds of models. */
  private static final int LONGEST_LIST = 4 << 20;

  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(Redirect.NEVER)
          .build();
  private final Model model;

  Completions(final Model model) {
    this.model = model;
  }

  Reply ask(final byte[] body) {
    return send(
        request("/chat/completions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)),
        LONGEST);
  }

  /** Which models there are; costs nothing. */
  Reply list() {
    return send(request("/models").GET(), LONGEST_LIST);
  }

  private Reply send(final HttpRequest.Builder request, final int longest) {
    final var exchange = http.sendAsync(request.build(), answer -> new CappedBody(answer, longest));
    try {
      return read(exchange.get(model.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (final TimeoutException silent) {
      exchange.cancel(true);
      return none(Doubt.TIMED_OUT);
    } catch (final ExecutionException failed) {
      return none(cause(failed.getCause()));
    } catch (final InterruptedException stopped) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return none(Doubt.TIMED_OUT);
    }
  }

  private HttpRequest.Builder request(final String path) {
    final HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(model.url() + path))
            .header("Accept", "application/json")
            .header("User-Agent", "Gatehouse");
    model.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
    return request;
  }

  private static Reply read(final HttpResponse<byte[]> answer) {
    final int status = answer.statusCode();
    if (status == OK) {
      return isJson(answer) ? new Reply.Body(answer.body()) : none(Doubt.BROKEN);
    }
    if (status == 429) {
      return new Reply.None(Doubt.BUSY, patience(answer));
    }
    return status == 408 || status >= 500
        ? new Reply.None(Doubt.FAILED, patience(answer))
        : none(Doubt.REFUSED);
  }

  private static boolean isJson(final HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
        .orElse(false);
  }

  private static Doubt cause(final @Nullable Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
      return Doubt.UNREACHABLE;
    }
    if (failure instanceof HttpTimeoutException || failure instanceof InterruptedIOException) {
      return Doubt.TIMED_OUT;
    }
    return failure instanceof IOException ? Doubt.BROKEN : Doubt.UNREACHABLE;
  }

  private static Reply none(final Doubt why) {
    return new Reply.None(why, null);
  }

  private static @Nullable Duration patience(final HttpResponse<byte[]> answer) {
    final Optional<String> seconds =
        answer.headers().firstValue("Retry-After").filter(value -> value.matches("[0-9]{1,5}"));
    return seconds.map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(null);
  }
}
