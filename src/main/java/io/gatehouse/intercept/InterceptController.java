package io.gatehouse.intercept;

import io.gatehouse.base.Caller;
import io.gatehouse.frames.Reply;
import io.gatehouse.frames.Request;
import io.gatehouse.frames.RequestReader;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The same over HTTP, one request at a time; {@code type} may be left out. */
@Controller("/api/intercept")
@Secured({Caller.SENDER, Caller.OWNER, Caller.PARTICIPANT})
@ExecuteOn(TaskExecutors.BLOCKING)
class InterceptController {

  private final RequestReader reader;
  private final Answering answering;
  private final RateLimits limits;

  InterceptController(
      final RequestReader reader, final Answering answering, final RateLimits limits) {
    this.reader = reader;
    this.answering = answering;
    this.limits = limits;
  }

  /**
   * @return S3.5's result in JSON
   * @throws io.gatehouse.base.Problem 400 with the field that is wrong, 403 where a bound key names
   *     somebody else, 429 with the time to wait
   */
  @Post(consumes = MediaType.ALL)
  CompletionStage<String> intercept(final Caller caller, @Body final byte @Nullable [] body) {
    final Duration wait = limits.take(caller);
    if (wait.isPositive()) {
      throw RateLimits.exceeded(wait);
    }
    return switch (reader.read(body == null ? new byte[0] : body, caller)) {
      case RequestReader.Reading.Refused refused -> throw refused.why();
      case RequestReader.Reading.Good good -> answer(good.request());
    };
  }

  private CompletionStage<String> answer(final Request request) {
    return switch (request) {
      case Request.Intercept intercept -> answering.answer(intercept);
      case Request.Preview preview -> answering.answer(preview);
      case Request.Ping ping -> CompletableFuture.completedFuture(Reply.pong(ping));
    };
  }
}
