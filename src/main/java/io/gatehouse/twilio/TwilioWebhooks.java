package io.gatehouse.twilio;

import io.gatehouse.base.OrganizationId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;

/**
 * What Twilio calls. The answer to a message is always empty TwiML: a reply in it would go out
 * twice when Twilio asks again, so replies are effects.
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.TEXT_XML)
class TwilioWebhooks {

  private static final String SMS = "/webhooks/twilio/sms";
  private static final String STATUS = "/webhooks/twilio/status";
  private static final String OF_ORGANIZATION = "/o/{organization}";
  private static final String NOTHING_TO_SAY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private final Door door;
  private final SmsIntake intake;

  TwilioWebhooks(final Door door, final SmsIntake intake) {
    this.door = door;
    this.intake = intake;
  }

  @Post(uris = {SMS, OF_ORGANIZATION + SMS})
  String posted(
      final ServerHttpRequest<?> request, @PathVariable final Optional<String> organization) {
    return take(request, named(organization));
  }

  /** A number may be configured to call by GET; the parameters are in the query then. */
  @Get(uris = {SMS, OF_ORGANIZATION + SMS})
  String got(
      final ServerHttpRequest<?> request, @PathVariable final Optional<String> organization) {
    return take(request, named(organization));
  }

  /** What became of a message we sent. Proved, but nothing is kept of it yet. */
  @Post(uris = {STATUS, OF_ORGANIZATION + STATUS})
  @Status(HttpStatus.NO_CONTENT)
  void status(
      final ServerHttpRequest<?> request, @PathVariable final Optional<String> organization) {
    door.open(named(organization), request);
  }

  private String take(final ServerHttpRequest<?> request, final OrganizationId organization) {
    intake.take(organization, InboundSms.read(door.open(organization, request)));
    return NOTHING_TO_SAY;
  }

  private static OrganizationId named(final Optional<String> organization) {
    return organization.map(OrganizationId::new).orElse(OrganizationId.DEFAULT);
  }
}
