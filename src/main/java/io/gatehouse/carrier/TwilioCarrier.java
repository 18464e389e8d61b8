package io.gatehouse.carrier;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.delivery.SmsProvider;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.Sandbox;
import io.gatehouse.relay.SmsMessage;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends by Twilio's Messages resource, or into the sandbox of an organization without account. */
@Singleton
class TwilioCarrier implements SmsProvider {

  private static final String STATUS = "/webhooks/twilio/status?oid=";
  private static final int TOO_MANY_REQUESTS = 429;
  private static final long LONGEST_WAIT_SECONDS = 3600;

  private final ProviderAccounts accounts;
  private final Environment environment;
  private final Sandbox sandbox;
  private final ErrorCodes codes;
  private final Connections connections;

  TwilioCarrier(
      final ProviderAccounts accounts,
      final Environment environment,
      final Sandbox sandbox,
      final ErrorCodes codes,
      final Connections connections) {
    this.accounts = accounts;
    this.environment = environment;
    this.sandbox = sandbox;
    this.codes = codes;
    this.connections = connections;
  }

  @Override
  public Outcome send(final SmsMessage message) {
    final TwilioAccount account = accounts.twilio(message.effect().organization());
    return account
        .sid()
        .map(sid -> send(message, account, sid))
        .orElseGet(() -> sandbox.record(message.effect(), request(message)));
  }

  @Override
  public boolean live(final OrganizationId organization) {
    return !accounts.twilio(organization).sandbox();
  }

  private Outcome send(final SmsMessage message, final TwilioAccount account, final String sid) {
    final var attempt = new SingleAttempt(connections, account.api(), message.body());
    final String token = account.tokens().getFirst().reveal();
    final TwilioRestClient client =
        new TwilioRestClient.Builder(sid, token).httpClient(attempt).build();
    try {
      return accepted(creator(message, account, sid).create(client));
    } catch (final TwilioException failed) {
      return attempt
          .answer()
          .map(answer -> refused(answer, failed, message.effect().attempt()))
          .orElseGet(() -> lost(attempt));
    }
  }

  /** With both a service's rules hold and the number stays ours to choose (facts §6). */
  private MessageCreator creator(
      final SmsMessage message, final TwilioAccount account, final String sid) {
    final var creator =
        new MessageCreator(
            sid, new PhoneNumber(message.to()), new PhoneNumber(message.from()), message.body());
    callback(message).ifPresent(creator::setStatusCallback);
    account.messagingService().ifPresent(creator::setMessagingServiceSid);
    if (!message.media().isEmpty()) {
      creator.setMediaUrl(message.media());
    }
    return creator;
  }

  /** Twilio refuses an address it cannot call, so one is named only when it is known. */
  private Optional<URI> callback(final SmsMessage message) {
    final OrganizationId organization = message.effect().organization();
    final String home =
        organization.equals(OrganizationId.DEFAULT) ? "" : "/o/" + organization.value();
    return Optional.of(environment.server())
        .filter(Environment.Server::publicUrlGiven)
        .map(server -> server.publicUrl() + home + STATUS + message.effect().id())
        .map(URI::create);
  }

  private static Outcome accepted(final @Nullable Message message) {
    return Optional.ofNullable(message)
        .map(Message::getSid)
        .<Outcome>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Unknown("Twilio's answer named no message."));
  }

  private Outcome refused(
      final HttpResponse<String> answer, final TwilioException failed, final int attempt) {
    final int status = answer.statusCode();
    if (status == TOO_MANY_REQUESTS) {
      return new Outcome.Later("429", "Twilio asks to wait.", retryAfter(answer));
    }
    return status / 100 == 4
        ? codes.outcome(Integer.toString(code(failed).orElse(status)), attempt, retryAfter(answer))
        : new Outcome.Unknown("Twilio answered HTTP " + status + " in a way that proves nothing.");
  }

  private static Optional<Integer> code(final TwilioException failed) {
    return failed instanceof final ApiException answered
        ? Optional.ofNullable(answered.getCode())
        : Optional.empty();
  }

  /** In seconds; a date is not used by Twilio and left to the ledger's own pauses. */
  private static @Nullable Duration retryAfter(final HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS)))
        .orElse(null);
  }

  private static Outcome lost(final SingleAttempt attempt) {
    return attempt.neverSent()
        ? new Outcome.Later("unreachable", "Twilio cannot be reached: " + attempt.cause(), null)
        : new Outcome.Unknown("No whole answer from Twilio: " + attempt.cause());
  }

  private static Map<String, Object> request(final SmsMessage message) {
    final Map<String, Object> request = new HashMap<>();
    request.put("From", message.from());
    request.put("To", message.to());
    request.put("Body", message.body());
    if (!message.media().isEmpty()) {
      request.put("MediaUrl", message.media().stream().map(URI::toString).toList());
    }
    return request;
  }
}
