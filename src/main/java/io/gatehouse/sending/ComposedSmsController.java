package io.gatehouse.sending;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Organizations;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * What ERPNext's SMS Settings name as their gateway: POST of a form or JSON, or GET. ERPNext takes
 * any 2xx for sent and shows everything else to whoever composed it.
 */
@Controller
@Secured({Caller.OWNER, Caller.SENDER})
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
class ComposedSmsController {

  private static final String SMS = "/erpnext/sms";
  private static final String OF_ORGANIZATION = "/o/{organization}" + SMS;

  private final SendableTexts sendable;
  private final ComposedSending sending;

  ComposedSmsController(final SendableTexts sendable, final ComposedSending sending) {
    this.sendable = sendable;
    this.sending = sending;
  }

  /** One message for each receiver. */
  @Serdeable
  record Accepted(List<SentView> messages) {}

  @Post(uris = {SMS, OF_ORGANIZATION})
  @Status(HttpStatus.ACCEPTED)
  Accepted posted(
      final Caller caller,
      final ServerHttpRequest<?> request,
      @PathVariable final Optional<String> organization) {
    return accept(caller, request, organization);
  }

  @Get(uris = {SMS, OF_ORGANIZATION})
  @Status(HttpStatus.ACCEPTED)
  Accepted got(
      final Caller caller,
      final ServerHttpRequest<?> request,
      @PathVariable final Optional<String> organization) {
    return accept(caller, request, organization);
  }

  private Accepted accept(
      final Caller caller,
      final ServerHttpRequest<?> request,
      final Optional<String> organization) {
    organization.map(OrganizationId::new).ifPresent(named -> requireOwn(caller, named));
    final ComposedSms sms = ComposedSms.read(Parameters.of(request));
    sendable.require(sms.message());
    return new Accepted(sending.send(caller, sms));
  }

  /** Another's organization answers like none. */
  private static void requireOwn(final Caller caller, final OrganizationId named) {
    if (!caller.organization().equals(named)) {
      throw Organizations.unknown(named);
    }
  }
}
