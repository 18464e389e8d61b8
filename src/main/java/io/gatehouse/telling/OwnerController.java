package io.gatehouse.telling;

import io.gatehouse.base.Caller;
import io.gatehouse.webhook.WebhookSecrets;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;

/** How an owner is told, beyond what the settings say. */
@Controller("/api/owner")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnerController {

  private final WebhookSecrets secrets;

  OwnerController(final WebhookSecrets secrets) {
    this.secrets = secrets;
  }

  /** Makes the secret the owner's webhook is signed with; the former one signs along for a day. */
  @Post("/webhook-secret")
  HttpResponse<Issued> rotate(final Caller caller) {
    return HttpResponse.created(
        new Issued(secrets.rotate(caller).reveal(), WebhookSecrets.OVERLAP.toHours()));
  }

  /**
   * @param secret shown this once
   * @param formerSignsHours how long the former one signs along
   */
  @Serdeable
  record Issued(String secret, long formerSignsHours) {

    @Override
    public String toString() {
      return "Issued[REDACTED]";
    }
  }
}
