package io.gatehouse.connecting;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Twilio calls for the numbers of the caller's account. */
@Controller("/api/connect/twilio")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConnectController {

  private final TwilioNumbers numbers;

  ConnectController(final TwilioNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * @param numbers in E.164
   * @param all every number of the account, in place of {@code numbers}
   */
  @Serdeable
  record Choice(@Nullable @Size(max = 1_000) Set<String> numbers, @Nullable Boolean all) {}

  @Serdeable
  record Shown(List<NumberView> numbers, List<String> notes) {}

  @Get
  Shown show(final Caller caller) {
    return new Shown(numbers.show(caller.organization()), Notes.LINES);
  }

  /** Sets what differs, and tells what Twilio says afterwards. */
  @Post
  Shown connect(final Caller caller, @Body @Valid final Choice choice) {
    final Set<String> chosen = choice.numbers() == null ? Set.of() : choice.numbers();
    if (chosen.isEmpty() != Boolean.TRUE.equals(choice.all())) {
      throw Problem.badRequest("choice", "Name numbers, or say \"all\": true.");
    }
    return new Shown(numbers.connect(caller, chosen), Notes.LINES);
  }
}
