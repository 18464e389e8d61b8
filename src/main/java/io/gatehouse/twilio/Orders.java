package io.gatehouse.twilio;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.SmsMessage;
import io.gatehouse.relay.SmsMessage.Purpose;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Text messages to be sent, as effects: who writes to whom and which text, never the text. */
final class Orders {

  /** Passes a message on to the other side. */
  static final String RELAY = "sms.relay";

  /** Tells a sender what became of the message. */
  static final String REPLY = "sms.reply";

  /** Tells a stranger that nobody reads this. */
  static final String UNKNOWN_SENDER = "sms.unknown_sender";

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String FORM = "form";
  private static final String TEXT = "text";
  private static final String LANGUAGE = "language";
  private static final String OUTCOME = "outcome";
  private static final String BY = "by";
  private static final String OWNER = "owner";

  private Orders() {}

  static NewEffect relay(final MessageEvent event, final Line line, final Delivery form) {
    return order(event, RELAY, Map.of(FROM, line.number(), TO, line.phone(), FORM, wire(form)));
  }

  /** The owner's word: whole, and before all that wait. */
  static NewEffect release(final MessageEvent event, final Line line) {
    return order(
        event,
        RELAY,
        Map.of(
            FROM, line.number(),
            TO, line.phone(),
            FORM, wire(Delivery.AS_IS),
            BY, OWNER));
  }

  /**
   * @param text the key of one of the organization's texts
   * @param language the person's, empty when it is not known
   */
  static NewEffect reply(
      final MessageEvent event, final Line line, final String text, final String language) {
    return order(
        event,
        REPLY,
        Map.of(
            FROM, line.number(),
            TO, line.phone(),
            TEXT, text,
            LANGUAGE, language,
            OUTCOME, wire(outcome(event))));
  }

  /** A message that waits for the owner was not delivered, whatever the decision on its text. */
  private static Delivery outcome(final MessageEvent event) {
    final Delivery decided = event.verdict().decision().plan().delivery();
    final boolean waits =
        event.handling() == Handling.HOLD
            || event.handling() == Handling.EXAMINE && decided != Delivery.AS_IS;
    return waits ? Delivery.WITHHELD : decided;
  }

  static NewEffect unknownSender(final MessageEvent event, final Line line) {
    return order(
        event,
        UNKNOWN_SENDER,
        Map.of(FROM, line.number(), TO, line.phone(), TEXT, "unknown_sender"));
  }

  static Line line(final Effect effect) {
    return new Line(effect.organization(), value(effect, FROM), value(effect, TO));
  }

  static SmsMessage message(final Effect effect, final String body, final List<URI> media) {
    return new SmsMessage(
        effect, value(effect, FROM), value(effect, TO), body, media, purpose(effect));
  }

  static SmsMessage message(final Effect effect, final String body) {
    return message(effect, body, List.of());
  }

  private static Purpose purpose(final Effect effect) {
    if (!effect.kind().equals(RELAY)) {
      return Purpose.ANSWER;
    }
    return value(effect, BY).equals(OWNER) ? Purpose.RELEASED : Purpose.RELAYED;
  }

  static boolean redacted(final Effect effect) {
    return value(effect, FORM).equals(wire(Delivery.REDACTED));
  }

  static String text(final Effect effect) {
    return value(effect, TEXT);
  }

  static boolean warns(final Effect effect) {
    return text(effect).startsWith("warning.");
  }

  static String language(final Effect effect) {
    return value(effect, LANGUAGE);
  }

  static Map<String, String> facts(final Effect effect) {
    return Map.of(OUTCOME, value(effect, OUTCOME));
  }

  private static String value(final Effect effect, final String name) {
    return effect.payload().getOrDefault(name, "");
  }

  private static String wire(final Delivery delivery) {
    return delivery.name().toLowerCase(Locale.ROOT);
  }

  private static NewEffect order(
      final MessageEvent event, final String kind, final Map<String, String> payload) {
    return new NewEffect(
        event.origin().organization(),
        Lane.TWILIO,
        kind,
        event.conversation(),
        event.id(),
        payload);
  }
}
