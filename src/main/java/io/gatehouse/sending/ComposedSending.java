package io.gatehouse.sending;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Problem;
import io.gatehouse.frappe.WebhookSignature;
import io.gatehouse.message.NaturalKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Sends what was composed in ERPNext to each of its receivers. */
@Singleton
class ComposedSending {

  /**
   * ERPNext gives an SMS no name and never repeats one by itself, but people click twice and
   * proxies ask again; the same words to the same phone count once for so long.
   */
  private static final Duration REPEATED = Duration.ofSeconds(10);

  private static final byte[] PURPOSE = "sms\n".getBytes(StandardCharsets.UTF_8);

  private final Environment environment;
  private final Receivers receivers;
  private final Recipients recipients;
  private final Dispatch dispatch;
  private final Replies replies;

  ComposedSending(
      final Environment environment,
      final Receivers receivers,
      final Recipients recipients,
      final Dispatch dispatch,
      final Replies replies) {
    this.environment = environment;
    this.receivers = receivers;
    this.recipients = recipients;
    this.dispatch = dispatch;
    this.replies = replies;
  }

  /**
   * Nothing is sent to anybody unless all can be written to. Each conversation has its own known
   * contacts, so one may be refused where another is not: all are tried, and the first refusal is
   * the answer.
   *
   * @throws Problem the first refusal, with how many were {@code accepted}
   */
  List<SentView> send(final Caller caller, final ComposedSms sms) {
    final List<Outgoing> messages =
        sms.receivers().stream().map(receiver -> message(caller, sms, receiver)).toList();
    messages.forEach(message -> recipients.require(message.conversation(), message.sender()));
    final var sent = new ArrayList<SentView>();
    final var refused = new ArrayList<Problem>();
    for (final Outgoing message : messages) {
      try {
        sent.add(replies.to(message, dispatch.send(message)));
      } catch (final Problem problem) {
        refused.add(problem);
      }
    }
    if (!refused.isEmpty()) {
      throw refused.getFirst().with("accepted", sent.size()).with("refused", refused.size());
    }
    return List.copyOf(sent);
  }

  private Outgoing message(final Caller caller, final ComposedSms sms, final String receiver) {
    final Receivers.Place place = receivers.find(caller.organization(), receiver, sms.byStaff());
    return new Outgoing(
        place.conversation(),
        place.sender(),
        sms.message(),
        name(place, sms.message()),
        Map.of("via", "erpnext_sms", "sent_by", caller.name()));
  }

  /** Keyed, so that nobody who reads it can try what the text was. */
  private NaturalKey name(final Receivers.Place place, final String message) {
    final String whole = place.conversation().id() + " " + place.sender().wire() + "\n" + message;
    final byte[] digest =
        WebhookSignature.hmac(
            environment.secrets().sealing(), PURPOSE, whole.getBytes(StandardCharsets.UTF_8));
    return new NaturalKey(
        "erpnext_sms", Base64.getUrlEncoder().withoutPadding().encodeToString(digest), REPEATED);
  }
}
