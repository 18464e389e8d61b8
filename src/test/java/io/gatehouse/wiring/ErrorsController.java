package io.gatehouse.wiring;

import io.gatehouse.base.Problem;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Fails in every way a controller can. */
@Requires(property = "spec", value = "errors")
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ErrorsController {

  @Get("/refused")
  String refused() {
    throw Problem.conflict("already_sent", "It was sent before.").with("state", "sent");
  }

  @Get("/broken")
  String broken() {
    throw new IllegalStateException("call me at 604-555-0143");
  }

  @Post("/body")
  Given body(@Body @Valid final Given given) {
    return given;
  }

  @Get("/number")
  int number(final int count) {
    return count;
  }

  @Get("/thread")
  boolean thread() {
    return Thread.currentThread().isVirtual();
  }

  @Get("/webhooks/twilio/broken")
  String twilioBroken() {
    throw new IllegalStateException();
  }

  @Post("/o/other/webhooks/twilio/body")
  Given twilioBody(@Body @Valid final Given given) {
    return given;
  }

  @Serdeable
  record Given(
      @NotBlank String firstName,
      @NotNull Integer count,
      List<String> others,
      @Valid Inner inner) {}

  @Serdeable
  record Inner(@NotBlank String lastName) {}
}
