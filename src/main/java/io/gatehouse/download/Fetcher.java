package io.gatehouse.download;

import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.web.CappedBody;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches files that Twilio keeps; each step of a redirect is looked at before it is taken. */
@Singleton
public class Fetcher {

  /** Twilio's own way has one or two. */
  private static final int MOST_REDIRECTS = 3;

  private static final long LONGEST_WAIT_SECONDS = 3600;

  private final Places places;
  private final DownloadSettings settings;
  private final HttpClient http;

  Fetcher(final Places places, final DownloadSettings settings) {
    this.places = places;
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** On whose behalf, and until when by {@link System#nanoTime}. */
  private record Trip(TwilioAccount account, long deadline) {}

  /** Asks once; safe to repeat. */
  public Fetched fetch(final String url, final TwilioAccount account) {
    final Trip trip = new Trip(account, System.nanoTime() + settings.whole().toNanos());
    try {
      return follow(trip, new URI(url), MOST_REDIRECTS);
    } catch (final URISyntaxException none) {
      return new Fetched.Unfit("address");
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Fetched.NotNow("interrupted", "The program is being stopped.", null);
    }
  }

  private Fetched follow(final Trip trip, final URI at, final int redirects)
      throws InterruptedException {
    if (!places.known(at, trip.account())) {
      return new Fetched.Unfit("host");
    }
    try {
      return places.isPublic(at, trip.account())
          ? judged(trip, at, ask(trip, at), redirects)
          : new Fetched.Unfit("host");
    } catch (final ExecutionException failed) {
      return failed(failed.getCause());
    } catch (final TimeoutException | UnknownHostException failed) {
      return failed(failed);
    }
  }

  private HttpResponse<byte[]> ask(final Trip trip, final URI at)
      throws InterruptedException, ExecutionException, TimeoutException {
    final CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(
            request(trip.account(), at), answer -> new CappedBody(answer, settings.bytes()));
    try {
      return asked.get(trip.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS);
    } finally {
      asked.cancel(true);
    }
  }

  private HttpRequest request(final TwilioAccount account, final URI at) {
    final HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(settings.whole()).GET();
    if (places.own(at, account)) {
      final String both = account.sid().orElseThrow() + ":" + account.tokens().getFirst().reveal();
      final byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return request.build();
  }

  private Fetched judged(
      final Trip trip, final URI at, final HttpResponse<byte[]> answer, final int redirects)
      throws InterruptedException {
    return switch (answer.statusCode()) {
      case 200 ->
          answer.body().length == 0 ? new Fetched.Unfit("empty") : new Fetched.Taken(answer.body());
      case 301, 302, 303, 307, 308 -> redirected(trip, at, answer, redirects);
      case 401, 403 -> new Fetched.Unfit("unauthorized");
      case 404, 410 -> new Fetched.Unfit("gone");
      case 408, 425, 429 -> later(answer);
      default -> answer.statusCode() >= 500 ? later(answer) : new Fetched.Unfit("refused");
    };
  }

  private Fetched redirected(
      final Trip trip, final URI at, final HttpResponse<byte[]> answer, final int redirects)
      throws InterruptedException {
    if (redirects == 0) {
      return new Fetched.Unfit("redirects");
    }
    try {
      final String location = answer.headers().firstValue("Location").orElse("");
      return follow(trip, at.resolve(location), redirects - 1);
    } catch (final IllegalArgumentException none) {
      return new Fetched.Unfit("address");
    }
  }

  private static Fetched later(final HttpResponse<byte[]> answer) {
    final String code = Integer.toString(answer.statusCode());
    return new Fetched.NotNow(code, "HTTP " + code + " instead of the file.", retryAfter(answer));
  }

  private static @Nullable Duration retryAfter(final HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS)))
        .orElse(null);
  }

  /** The kind of failure; messages of exceptions may quote addresses. */
  private static Fetched failed(final @Nullable Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CappedBody.TooLong) {
        return new Fetched.Unfit("too_large");
      }
    }
    final String kind = failure == null ? "no answer" : failure.getClass().getSimpleName();
    return new Fetched.NotNow("unreachable", "The file could not be fetched: " + kind, null);
  }

  @PreDestroy
  void stop() {
    http.shutdownNow();
  }
}
