package io.gatehouse.twilio;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.delivery.Reports;
import io.gatehouse.delivery.SmsStatus;
import io.gatehouse.delivery.StatusReport;
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
import java.util.UUID;
import java.util.regex.Pattern;

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

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Door door;
  private final SmsIntake intake;
  private final Reports reports;

  TwilioWebhooks(final Door door, final SmsIntake intake, final Reports reports) {
    this.door = door;
    this.intake = intake;
    this.reports = reports;
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

  /** What became of a message we sent; words that nobody knows are passed over. */
  @Post(uris = {STATUS, OF_ORGANIZATION + STATUS})
  @Status(HttpStatus.NO_CONTENT)
  void status(
      final ServerHttpRequest<?> request, @PathVariable final Optional<String> organization) {
    final OrganizationId named = named(organization);
    final Form form = door.open(named, request);
    SmsStatus.of(form.text("MessageStatus"))
        .map(status -> report(form, status, order(request)))
        .filter(report -> !report.sid().isEmpty())
        .ifPresent(report -> reports.take(named, report));
  }

  private static StatusReport report(
      final Form form, final SmsStatus status, final Optional<UUID> order) {
    return new StatusReport(order, form.text("MessageSid"), status, form.text("ErrorCode"));
  }

  /** What we gave the message to carry home; the signature covers it. */
  private static Optional<UUID> order(final ServerHttpRequest<?> request) {
    return Optional.ofNullable(request.getParameters().get("oid"))
        .filter(text -> UUID_FORM.matcher(text).matches())
        .map(UUID::fromString);
  }

  private String take(final ServerHttpRequest<?> request, final OrganizationId organization) {
    intake.take(organization, InboundSms.read(door.open(organization, request)));
    return NOTHING_TO_SAY;
  }

  private static OrganizationId named(final Optional<String> organization) {
    return organization.map(OrganizationId::new).orElse(OrganizationId.DEFAULT);
  }
}
