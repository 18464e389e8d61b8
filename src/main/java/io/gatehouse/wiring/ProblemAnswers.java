package io.gatehouse.wiring;

import io.gatehouse.base.ErrorVoice;
import io.gatehouse.base.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what went wrong in the caller's protocol: problem+json (RFC 9457) unless a voice is meant.
 */
@Singleton
final class ProblemAnswers {

  private static final String PROBLEM_JSON = "application/problem+json";

  /** The member of a problem that says how long to wait; seconds, rounded up, in the header. */
  private static final String WAIT = "retry_after_ms";

  private static final long MILLIS = 1_000;

  private final List<ErrorVoice> voices;
  private final ObjectMapper json;

  ProblemAnswers(final List<ErrorVoice> voices, final ObjectMapper json) {
    this.voices = voices;
    this.json = json;
  }

  MutableHttpResponse<String> answer(final HttpRequest<?> request, final Problem problem) {
    final MutableHttpResponse<String> answer =
        write(HttpResponse.status(HttpStatus.valueOf(problem.status())), request, problem);
    if (problem.members().get(WAIT) instanceof Long wait) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.ceilDiv(wait, MILLIS)));
    }
    return answer;
  }

  /** Fills a response whose status and headers are settled. */
  MutableHttpResponse<String> write(
      final MutableHttpResponse<?> response, final HttpRequest<?> request, final Problem problem) {
    for (final ErrorVoice voice : voices) {
      if (voice.speaksFor(request.getPath())) {
        return finish(response, voice.mediaType(), voice.say(problem));
      }
    }
    return finish(response, PROBLEM_JSON, toJson(problem));
  }

  private static MutableHttpResponse<String> finish(
      final MutableHttpResponse<?> response, final String mediaType, final String body) {
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store").contentType(mediaType).body(body);
  }

  private String toJson(final Problem problem) {
    final Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", HttpStatus.valueOf(problem.status()).getReason());
    members.put("status", problem.status());
    members.put("code", problem.code());
    members.put("detail", problem.detail());
    problem.members().forEach(members::putIfAbsent);
    try {
      return json.writeValueAsString(members);
    } catch (final IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
