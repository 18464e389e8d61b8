package io.gatehouse.retraction;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.SiteHandler;
import io.gatehouse.frappe.Troubles;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Takes a document out of its thread. What it says is kept here, in the message's own text. */
@Singleton
final class Retract implements SiteHandler {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Retractions retractions;
  private final Messages messages;
  private final Hiding hiding;
  private final SiteChanges site;
  private final Retracted retracted;
  private final Clock clock;

  Retract(
      final Retractions retractions,
      final Messages messages,
      final Hiding hiding,
      final SiteChanges site,
      final Retracted retracted,
      final Clock clock) {
    this.retractions = retractions;
    this.messages = messages;
    this.hiding = hiding;
    this.site = site;
    this.retracted = retracted;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Retractions.RETRACT;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return messages
        .of(effect)
        .map(event -> hide(effect, event))
        .orElseGet(() -> new Outcome.Refused("erased", "The message does not exist any more."));
  }

  private Outcome hide(final Effect effect, final MessageEvent event) {
    final Retraction row = retractions.of(effect);
    if (messages.mayStay(event)) {
      retractions.move(row, Retraction.CALLED_OFF, Retraction.ORDERED, Retraction.SHOWN);
      return new Outcome.Done("called off");
    }
    return hiding
        .begin(effect, event, row)
        .map(change -> hide(effect, event, row, change))
        .orElseGet(this::waiting);
  }

  private Outcome hide(
      final Effect effect, final MessageEvent event, final Retraction row, final Change change) {
    retracted.noteTwins(event, row);
    retractions.about(row, change);
    return stopping(site.make(effect, change));
  }

  private Outcome waiting() {
    final String reason = "The alert it is moved to is being opened.";
    return new Outcome.Wait("alert_coming", reason, clock.instant().plus(SOON));
  }

  /**
   * What the site forbids may be allowed tomorrow, and the leak stands until then. What stops
   * everything else as well, such as a wrong key, is told like all of it.
   */
  private static Outcome stopping(final Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> new Outcome.Stopped(Retracted.NOT_HIDDEN, refused.reason());
      case Outcome.Stopped stopped ->
          stopped.code().equals(Troubles.ROLE_MISSING)
              ? new Outcome.Stopped(Retracted.NOT_HIDDEN, stopped.reason())
              : stopped;
      case Outcome.Done done -> done;
      case Outcome.Later later -> later;
      case Outcome.Wait wait -> wait;
      case Outcome.Unknown unknown -> unknown;
    };
  }

  /** Doing it twice does no harm, so what cannot be found out is simply done again. */
  @Override
  public Outcome reconcile(final Effect effect) {
    final Retraction row = retractions.of(effect);
    final Optional<Change> begun =
        messages.of(effect).flatMap(event -> hiding.chosen(effect, event, row));
    if (begun.isEmpty()) {
      return new Outcome.Later("not_begun", "It was not begun.", null);
    }
    return switch (site.look(effect.organization(), begun.get())) {
      case MADE, GONE -> new Outcome.Done(begun.get().done());
      case NOT_YET -> new Outcome.Later("still_there", "The document still stands there.", null);
      case UNSEEN -> new Outcome.Later("unseen", "The site could not be asked.", null);
    };
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    final Retraction row = retractions.of(effect);
    switch (outcome) {
      case Outcome.Done done -> retracted.hidden(effect, row);
      case Outcome.Stopped stopped -> {
        if (stopped.code().equals(Retracted.NOT_HIDDEN)) {
          retracted.forbidden(effect, row);
        }
      }
      case Outcome.Refused refused -> {}
      case Outcome.Later later -> {}
      case Outcome.Wait wait -> {}
      case Outcome.Unknown unknown -> {}
    }
  }
}
