package io.gatehouse.doctor;

import io.gatehouse.base.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;

/** What must be right, and whether an address leads to this gateway. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DoctorController {

  private final Doctor doctor;
  private final Identity identity;

  DoctorController(final Doctor doctor, final Identity identity) {
    this.doctor = doctor;
    this.identity = identity;
  }

  @Get("/api/doctor")
  @Secured(Caller.OWNER)
  Doctor.Report look(final Caller caller) {
    return doctor.look(caller.organization());
  }

  /** Beside what providers call, so that a proxy that lets them through lets this through. */
  @Get(Identity.PATH)
  @Secured(SecurityRule.IS_ANONYMOUS)
  Map<String, String> identity() {
    return Map.of("gateway", identity.text());
  }
}
