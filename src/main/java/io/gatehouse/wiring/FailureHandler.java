package io.gatehouse.wiring;

import io.gatehouse.base.Ids;
import io.gatehouse.base.Problem;
import io.gatehouse.outage.DatabaseAway;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody expected: the database away, or a mistake of ours. */
@Singleton
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
  private static final String RETRY_SECONDS = "5";

  private final ProblemAnswers answers;
  private final Ids ids;

  FailureHandler(final ProblemAnswers answers, final Ids ids) {
    this.answers = answers;
    this.ids = ids;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") final HttpRequest request, final Throwable failure) {
    return DatabaseAway.causes(failure) ? away(request) : incident(request, failure);
  }

  private HttpResponse<?> away(final HttpRequest<?> request) {
    LOG.warn("{} answered 503: the database cannot be reached", request.getMethodName());
    return answers
        .answer(
            request,
            new Problem(503, "database_away", "The database cannot be reached. Try again soon."))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
  }

  private HttpResponse<?> incident(final HttpRequest<?> request, final Throwable failure) {
    final String incident = ids.next().toString();
    LOG.error("incident {}: {} failed: {}", incident, request.getMethodName(), Trace.of(failure));
    return answers.answer(
        request,
        new Problem(500, "incident", "Something went wrong here; the log knows it by this number.")
            .with("incident", incident));
  }
}
