package io.gatehouse.wiring;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Forgets to say who may use it. */
@Requires(property = "spec", value = "errors")
@Controller("/forgotten")
class OpenController {

  @Get
  String forgotten() {
    return "open";
  }
}
