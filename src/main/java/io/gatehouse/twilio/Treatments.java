package io.gatehouse.twilio;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.media.MediaRules;
import io.gatehouse.message.Handling;
import io.gatehouse.relay.Keyword;
import io.gatehouse.relay.Keywords;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.Loops;
import io.gatehouse.relay.OptOuts;
import io.gatehouse.twilio.Envelope.Hold;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what the gatekeeper shall do with a text message before its words are looked at. */
@Singleton
class Treatments {

  private final OptOuts optOuts;
  private final Keywords keywords;
  private final Loops loops;
  private final MediaRules mediaRules;

  Treatments(
      final OptOuts optOuts,
      final Keywords keywords,
      final Loops loops,
      final MediaRules mediaRules) {
    this.optOuts = optOuts;
    this.keywords = keywords;
    this.loops = loops;
    this.mediaRules = mediaRules;
  }

  /**
   * @param facts to be kept in the event's envelope
   */
  record Treatment(Handling handling, Map<String, String> facts) {}

  /**
   * @param route it came by a number that its conversation does not use any more
   * @param message it was found so long after it was written that the owner shall decide
   */
  record Lateness(boolean route, boolean message) {}

  Treatment of(
      final OrganizationId organization,
      final InboundSms sms,
      final @Nullable Conversation conversation,
      final Lateness lateness) {
    final var line = new Line(organization, sms.to(), sms.from());
    final Optional<Keyword> keyword = keyword(line, sms);
    final Optional<Hold> held =
        keyword.isPresent() || conversation == null
            ? Optional.empty()
            : held(conversation, sms, lateness);
    final MediaRules.Treatment media =
        mediaRules.of(organization, sms.body(), sms.media(), sms.files());
    // What is held for another reason is not let go by what is found in its files.
    final Map<String, String> facts = new HashMap<>(media.facts());
    facts.putAll(new Envelope(sms.sid(), line, sms.media(), keyword, held).facts());
    return new Treatment(handling(keyword, conversation, held, media.handling()), facts);
  }

  /** Short codes, names and addresses of other channels are no people who could opt out. */
  private Optional<Keyword> keyword(final Line line, final InboundSms sms) {
    return line.canBeAnswered()
        ? sms.optOut().or(() -> keywords.in(sms.body(), () -> optOuts.stands(line)))
        : Optional.empty();
  }

  private Optional<Hold> held(
      final Conversation conversation, final InboundSms sms, final Lateness lateness) {
    if (conversation.closed() || lateness.route()) {
      return Optional.of(Hold.CLOSED);
    }
    if (loops.goesOn(conversation, sms.from(), sms.body())) {
      return Optional.of(Hold.LOOP);
    }
    return lateness.message() ? Optional.of(Hold.STALE) : Optional.empty();
  }

  private static Handling handling(
      final Optional<Keyword> keyword,
      final @Nullable Conversation conversation,
      final Optional<Hold> held,
      final Handling otherwise) {
    if (keyword.isPresent()) {
      return Handling.OPT_OUT;
    }
    if (conversation == null) {
      return Handling.UNROUTED;
    }
    return held.isPresent() ? Handling.HOLD : otherwise;
  }
}
