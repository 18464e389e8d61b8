package io.gatehouse.gate;

import io.gatehouse.categories.Ruling;
import io.gatehouse.conduct.ModerationNotices;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.policy.Step;
import io.gatehouse.rulings.NewRuling;
import io.gatehouse.rulings.Rulings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from a decision: effects, the owner's notices, the log line, the first state. */
@Singleton
class Consequences {

  private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);

  private final List<EffectPlanner> planners;
  private final EffectLedger effects;
  private final Inbox inbox;
  private final Rulings rulings;

  Consequences(
      final List<EffectPlanner> planners,
      final EffectLedger effects,
      final Inbox inbox,
      final Rulings rulings) {
    this.planners = planners;
    this.effects = effects;
    this.inbox = inbox;
    this.rulings = rulings;
  }

  /** An event in its first state, with what is to be ordered because of it. */
  record Planned(MessageEvent event, List<NewEffect> effects) {}

  /** Asks every edge what it will do. */
  Planned plan(final MessageEvent event, final @Nullable Conversation conversation) {
    final var ordered = new ArrayList<NewEffect>();
    boolean delivered = false;
    for (final EffectPlanner planner : planners) {
      final List<NewEffect> planned = planner.plan(event, conversation);
      delivered |= planned.stream().anyMatch(planner::delivers);
      ordered.addAll(planned);
    }
    final MessageEvent planned = first(event, delivered);
    log(planned, conversation);
    return new Planned(planned, ordered);
  }

  /** Orders everything, in the order of the events. */
  void order(final List<Planned> planned) {
    effects.add(planned.stream().flatMap(one -> one.effects().stream()).toList());
    inbox.post(planned.stream().flatMap(one -> notices(one.event()).stream()).toList());
  }

  /**
   * Puts down what moderation thinks, once the events are there (S4.16). Clean messages, of which
   * there are many, cost nothing: they have no opinion.
   */
  void rule(final List<MessageEvent> events) {
    final List<NewRuling> opinions =
        events.stream().flatMap(event -> ruling(event).stream()).toList();
    if (!opinions.isEmpty()) {
      rulings.add(opinions);
    }
  }

  private static Optional<NewRuling> ruling(final MessageEvent event) {
    return event
        .verdict()
        .opinion()
        .map(
            opinion ->
                NewRuling.on(
                    event.origin().organization(), event.id(), opinion, event.receivedAt()));
  }

  /**
   * An event in its first state.
   *
   * @param delivered whether an effect brings it to the other side
   */
  static MessageEvent first(final MessageEvent event, final boolean delivered) {
    return event.in(firstState(event, delivered));
  }

  private static EventState firstState(final MessageEvent event, final boolean delivered) {
    if (event.origin().channel().readBeforeUs() || event.handling() == Handling.PASSED) {
      return EventState.VISIBLE;
    }
    if (!event.handling().judged()) {
      return EventState.RECORDED;
    }
    if (event.handling() == Handling.HOLD
        || event.verdict().decision().plan().delivery() == Delivery.WITHHELD) {
      return EventState.WITHHELD;
    }
    if (event.handling() == Handling.EXAMINE) {
      return event.verdict().decision().plan().delivery() == Delivery.AS_IS
              && event.verdict().ruling() != Ruling.BLOCK
          ? EventState.RECORDED
          : EventState.WITHHELD;
    }
    if (event.origin().channel().deliveredByAsker()) {
      return EventState.SENT;
    }
    return delivered ? EventState.QUEUED : EventState.FAILED;
  }

  private static List<NewNotice> notices(final MessageEvent event) {
    final var notices = new ArrayList<NewNotice>();
    final boolean escalation = event.verdict().decision().step() == Step.ESCALATION;
    if (event.verdict().decision().plan().notice()) {
      notices.add(notice(escalation ? "escalation" : "message_" + whatBecame(event), event));
    }
    if (event.state() == EventState.FAILED) {
      notices.add(notice("undeliverable", event));
    }
    notices.addAll(ModerationNotices.of(event));
    return notices;
  }

  /** What the other side could read already is not called blocked before it is hidden (B20). */
  private static String whatBecame(final MessageEvent event) {
    return switch (event.state()) {
      case VISIBLE -> masked(event) ? "seen" : "visible";
      case WITHHELD -> "blocked";
      case RECORDED, QUEUED, SENT, DELIVERED, FAILED, RELEASED, DISMISSED -> "redacted";
    };
  }

  private static boolean masked(final MessageEvent event) {
    return event.verdict().decision().plan().delivery() == Delivery.REDACTED;
  }

  private static NewNotice notice(final String kind, final MessageEvent event) {
    final Map<String, String> facts =
        Map.of(
            "sender", event.origin().sender().role().wire(),
            "channel", event.origin().channel().wire(),
            "classes", classes(event),
            "count", Integer.toString(event.verdict().flagCount()));
    return new NewNotice(
        event.origin().organization(), kind, event.conversation(), event.id(), facts);
  }

  /** S1.24, without text and addresses. */
  private static void log(final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.verdict().flagged()) {
      LOG.warn(
          "flagged organization={} conversation={} event={} sender={} flags={} classes={} action={}",
          event.origin().organization(),
          conversation == null ? "none" : conversation.id(),
          event.id(),
          event.origin().sender().role().wire(),
          event.verdict().findings().size(),
          classes(event),
          event.verdict().decision().wire());
    }
  }

  private static String classes(final MessageEvent event) {
    return event.verdict().findings().stream()
        .map(finding -> finding.type().wire())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
