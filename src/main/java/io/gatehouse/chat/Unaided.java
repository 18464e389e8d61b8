package io.gatehouse.chat;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.Risk;
import io.gatehouse.detection.Scan;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.Utterance;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Verdict;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Standing;
import io.gatehouse.standings.Suspensions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges without the database. */
@Singleton
final class Unaided {

  private final SettingsBook settings;
  private final Suspensions suspensions;
  private final Detector detector;
  private final Clock clock;

  Unaided(
      final SettingsBook settings,
      final Suspensions suspensions,
      final Detector detector,
      final Clock clock) {
    this.settings = settings;
    this.suspensions = suspensions;
    this.detector = detector;
    this.clock = clock;
  }

  MessageEvent preview(final Incoming asked, final List<Utterance> earlier) {
    final Incoming incoming = suspensions.admit(asked);
    final Origin origin = incoming.origin();
    final Settings chosen = settings.current(origin.organization());
    final Scan scan = scan(incoming, chosen, earlier);
    final double risk = Risk.of(scan.findings(), chosen.weights());
    final Decision decision =
        Policy.decide(
            scan.detected(),
            risk,
            new Standing(origin.sender().role(), 0, chosen.strikes().escalateAt()),
            chosen.policy().ruleFor(origin.channel(), origin.direction(), origin.sender().role()));
    final @Nullable Conversation conversation = incoming.conversation();
    return new MessageEvent(
        new UUID(0, 0),
        origin,
        conversation == null ? null : conversation.id(),
        incoming.content(),
        incoming.handling(),
        new Verdict(
            decision,
            risk,
            scan.findings().stream().filter(one -> one.message() == earlier.size()).toList(),
            0),
        incoming.handling() == Handling.HOLD || decision.plan().delivery() == Delivery.WITHHELD
            ? EventState.WITHHELD
            : EventState.SENT,
        clock.instant());
  }

  private Scan scan(final Incoming incoming, final Settings chosen, final List<Utterance> earlier) {
    final @Nullable Conversation conversation = incoming.conversation();
    final Known known =
        chosen
            .harmless()
            .and(incoming.also())
            .and(conversation == null ? Known.NOTHING : conversation.known());
    return detector.scan(
        new ScanRequest(
            new Utterance(
                incoming.origin().sender().role(),
                incoming.content().text(),
                incoming.content().format()),
            incoming.origin().channel(),
            chosen.region(),
            known,
            earlier));
  }
}
