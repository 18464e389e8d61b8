package io.gatehouse.events;

import io.gatehouse.base.Ids;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Finding;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Decision;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Writes an event with its text, flags and attempt. */
@Singleton
public class Ledger {

  private final EventRepository events;
  private final FlagRepository flags;
  private final AttemptRepository attempts;
  private final Ids ids;

  Ledger(
      final EventRepository events,
      final FlagRepository flags,
      final AttemptRepository attempts,
      final Ids ids) {
    this.events = events;
    this.flags = flags;
    this.attempts = attempts;
    this.ids = ids;
  }

  /** An event, and what it was decided by. */
  public record Entry(MessageEvent event, Screened screened) {}

  /** Joins the running transaction; events and texts go in one round trip. */
  public void add(final List<Entry> entries) {
    if (!entries.isEmpty()) {
      events.add(entries.stream().map(entry -> row(entry.event(), entry.screened())).toList());
      entries.forEach(entry -> addFindings(entry.event(), entry.screened()));
    }
  }

  private void addFindings(final MessageEvent event, final Screened screened) {
    if (screened.scan().detected()) {
      flags.saveAll(
          screened.scan().findings().stream()
              .map(finding -> flag(finding, event, screened))
              .toList());
    }
    if (event.verdict().flagged()) {
      open(event);
    }
  }

  /** Whether a message of this sender to the same other side was spared before. */
  public boolean sparedBefore(final Conversation conversation, final Sender sender) {
    return events.sparedBefore(conversation.id(), sender.participant(), sender.address());
  }

  private void open(final MessageEvent event) {
    final Origin origin = event.origin();
    final Decision decision = event.verdict().decision();
    attempts.open(
        ids.next(),
        origin.organization().value(),
        event.id(),
        event.conversation(),
        origin.sender().role().wire(),
        origin.sender().participant(),
        classes(event),
        action(decision),
        event.receivedAt(),
        decision.plan().notice() ? event.receivedAt() : null);
  }

  private static List<String> classes(final MessageEvent event) {
    return event.verdict().findings().stream()
        .map(finding -> finding.type().wire())
        .distinct()
        .toList();
  }

  private static String action(final Decision decision) {
    return switch (decision) {
      case Decision.Allow allow -> throw new IllegalStateException("an allowed message is no leak");
      case Decision.Warn warn -> "warned";
      case Decision.Redact redact -> "redacted";
      case Decision.Block block -> "blocked";
    };
  }

  private static FlagRow flag(
      final Finding finding, final MessageEvent event, final Screened screened) {
    final String organization = event.origin().organization().value();
    if (finding.message() < screened.earlier().size()) {
      final Memory.Entry earlier = screened.earlier().get(finding.message());
      return FlagRow.of(finding, organization, event.id(), earlier.id(), earlier.text());
    }
    return FlagRow.of(finding, organization, event.id(), event.id(), event.content().text());
  }

  private static EventRow row(final MessageEvent event, final Screened screened) {
    final Origin origin = event.origin();
    final Verdict verdict = event.verdict();
    return new EventRow(
        event.id(),
        origin.organization().value(),
        event.conversation(),
        origin.channel().wire(),
        origin.direction().wire(),
        origin.sender().role().wire(),
        origin.sender().participant(),
        origin.sender().address(),
        event.handling().wire(),
        verdict.decision().wire(),
        verdict.decision().step().wire(),
        PlanJson.of(verdict.decision().plan()),
        verdict.risk(),
        verdict.flagCount(),
        screened.scan().ruleSet(),
        screened.settings().version(),
        verdict.truncated(),
        event.state().wire(),
        event.state() == EventState.WITHHELD,
        verdict.flagged(),
        verdict.spared(),
        origin.envelope(),
        event.receivedAt(),
        verdict.opinion().map(OpinionJson::of).orElse(null),
        event.content().format().name().toLowerCase(Locale.ROOT),
        event.content().text());
  }
}
