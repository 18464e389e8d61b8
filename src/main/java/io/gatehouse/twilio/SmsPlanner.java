package io.gatehouse.twilio;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.media.MediaRules;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.relay.Line;
import io.gatehouse.relay.OptOuts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from a decision on a text message: it is passed on, and its sender is answered. */
@Singleton
class SmsPlanner implements EffectPlanner {

  private final SmsAnswers answers;
  private final SmsHolds holds;
  private final OptOuts optOuts;
  private final SettingsBook settings;
  private final Clock clock;

  SmsPlanner(
      final SmsAnswers answers,
      final SmsHolds holds,
      final OptOuts optOuts,
      final SettingsBook settings,
      final Clock clock) {
    this.answers = answers;
    this.holds = holds;
    this.optOuts = optOuts;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.origin().channel() != Channel.SMS) {
      return List.of();
    }
    return switch (event.handling()) {
      case SCREEN -> screened(event, conversation);
      case HOLD ->
          forItsOwn(event) ? answered(event, conversation) : holds.plan(event, conversation);
      case EXAMINE, PASSED -> answered(event, conversation);
      case OPT_OUT -> keyword(event);
      case UNROUTED -> answers.toStranger(event).stream().toList();
    };
  }

  /** Whether it waits for what came with it or what it says, and not for its conversation. */
  private static boolean forItsOwn(final MessageEvent event) {
    return MediaRules.held(event)
        || event.heldFor(Origin.MODERATION)
        || event.heldFor(Origin.MODEL);
  }

  @Override
  public boolean delivers(final NewEffect effect) {
    return effect.kind().equals(Orders.RELAY);
  }

  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return deliver(event, conversation, Orders::release);
  }

  @Override
  public List<NewEffect> resume(
      final MessageEvent event, final @Nullable Conversation conversation) {
    final Delivery form = event.verdict().decision().plan().delivery();
    return deliver(event, conversation, (message, line) -> Orders.relay(message, line, form));
  }

  @Override
  public List<NewEffect> keep(final MessageEvent event, final @Nullable Conversation conversation) {
    return event.origin().channel() == Channel.SMS ? answered(event, conversation) : List.of();
  }

  private List<NewEffect> deliver(
      final MessageEvent event,
      final @Nullable Conversation conversation,
      final BiFunction<MessageEvent, Line, NewEffect> order) {
    if (event.origin().channel() != Channel.SMS) {
      return List.of();
    }
    if (conversation != null && conversation.closed()) {
      throw Problem.conflict(
          "conversation_closed", "The conversation is closed; open it before sending anything.");
    }
    if (event.handling() == Handling.EXAMINE) {
      throw Problem.conflict(
              "part_of_message", "This was read in a file; release the message it came with.")
          .with("state", event.state().wire())
          .with("event", event.origin().envelope().getOrDefault("attachment_of", ""));
    }
    final Line line =
        otherSide(event, conversation)
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "no_recipient", "The other side's phone or relay number is not known."));
    if (optOuts.stands(line)) {
      throw Problem.conflict(
              "opted_out", "The recipient opted out of messages; only START from there lifts it.")
          .with("state", "opted_out");
    }
    return List.of(order.apply(event, line).expiring(stale(event, clock.instant())));
  }

  private List<NewEffect> screened(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return Stream.concat(
            relay(event, conversation).stream(), answered(event, conversation).stream())
        .toList();
  }

  private List<NewEffect> answered(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return event.origin().direction() == Direction.INBOUND
        ? answers.toSender(event, conversation).stream().toList()
        : List.of();
  }

  /** Nothing is sent to somebody who opted out: Twilio would refuse it, and rightly. */
  private Optional<NewEffect> relay(
      final MessageEvent event, final @Nullable Conversation conversation) {
    final Delivery form = event.verdict().decision().plan().delivery();
    if (form == Delivery.WITHHELD || event.content().text().isBlank()) {
      return Optional.empty();
    }
    return otherSide(event, conversation)
        .filter(line -> !optOuts.stands(line))
        .map(line -> Orders.relay(event, line, form).expiring(stale(event, event.receivedAt())));
  }

  /** From when on a message is worth nothing; what the owner releases begins anew. */
  private Instant stale(final MessageEvent event, final Instant from) {
    return from.plus(settings.current(event.origin().organization()).relay().staleAfter());
  }

  private static Optional<Line> otherSide(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return conversation == null || conversation.closed()
        ? Optional.empty()
        : Line.toOtherSide(conversation, event.origin().sender().role());
  }

  private List<NewEffect> keyword(final MessageEvent event) {
    final Envelope envelope = Envelope.of(event);
    envelope
        .keyword()
        .ifPresent(
            keyword -> optOuts.heard(envelope.line(), keyword, event.conversation(), event.id()));
    return List.of();
  }
}
