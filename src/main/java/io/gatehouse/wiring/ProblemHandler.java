package io.gatehouse.wiring;

import io.gatehouse.base.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what the code itself refused. */
@Singleton
final class ProblemHandler implements ExceptionHandler<Problem, HttpResponse<?>> {

  private final ProblemAnswers answers;

  ProblemHandler(final ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") final HttpRequest request, final Problem problem) {
    return answers.answer(request, problem);
  }
}
