package io.gatehouse.wiring;

import io.gatehouse.base.Problem;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Answers what the framework refuses before or around our code: unknown routes, wrong methods,
 * broken bodies, missing keys. Its own words are dropped, since they quote the request.
 */
@Primary
@Singleton
final class FrameworkErrors implements ErrorResponseProcessor<String> {

  private final ProblemAnswers answers;
  private final StatusTexts texts;

  FrameworkErrors(final ProblemAnswers answers, final StatusTexts texts) {
    this.answers = answers;
    this.texts = texts;
  }

  @Override
  public MutableHttpResponse<String> processResponse(
      final ErrorContext error, final MutableHttpResponse<?> response) {
    final Problem problem = texts.problem(response.code());
    final Map<String, String> fields = error.getRootCause().map(WrongFields::of).orElse(Map.of());
    if (!fields.isEmpty()) {
      problem.with("fields", fields);
    }
    return answers.write(response, error.getRequest(), problem);
  }
}
