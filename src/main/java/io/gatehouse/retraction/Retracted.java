package io.gatehouse.retraction;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Step;
import io.gatehouse.thread.Banner;
import io.gatehouse.thread.Comments;
import io.gatehouse.thread.Notice;
import io.gatehouse.thread.Withholding;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What follows once a document is hidden, or cannot be. */
@Singleton
class Retracted {

  /** The code by which what a site forbade is sent round again. */
  static final String NOT_HIDDEN = "not_hidden";

  private final Retractions retractions;
  private final Twins twins;
  private final Events events;
  private final Progress progress;
  private final Inbox inbox;
  private final Provider<EffectLedger> effects;

  Retracted(
      final Retractions retractions,
      final Twins twins,
      final Events events,
      final Progress progress,
      final Inbox inbox,
      final Provider<EffectLedger> effects) {
    this.retractions = retractions;
    this.twins = twins;
    this.events = events;
    this.progress = progress;
    this.inbox = inbox;
    this.effects = effects;
  }

  /** Finds out, while it is still there to be found, what else says the same. */
  void noteTwins(final MessageEvent event, final Retraction row) {
    if (!row.twin()) {
      twins.of(event, row).forEach(twin -> retractions.order(event, twin, row.why(), true));
    }
  }

  /**
   * It waits for the owner from now on (B20), unless it is shown masked; only then the thread is
   * told. Joins the running transaction.
   */
  void hidden(final Effect effect, final Retraction row) {
    final boolean first =
        retractions.move(row, Retraction.HIDDEN, Retraction.ORDERED, Retraction.SHOWN);
    if (!first || row.twin()) {
      return;
    }
    if (row.why() != Withholding.REDACTED) {
      progress.withheld(row.eventId());
    }
    final MessageEvent event = events.find(effect.organization(), row.eventId()).orElseThrow();
    effects.get().add(following(effect, event, row));
  }

  /** A description is its own notice. */
  private List<NewEffect> following(
      final Effect effect, final MessageEvent event, final Retraction row) {
    final String language = Retractions.language(effect);
    final List<NewEffect> following = new ArrayList<>();
    retractions.of(event.id()).stream()
        .filter(other -> other.twin() && other.is(Retraction.ORDERED))
        .forEach(twin -> following.add(Retractions.retract(event, twin.at(), language)));
    if (row.chosen().filter(Manner.DESCRIBE::equals).isPresent()) {
      progress.senderWarned(event.id());
    } else {
      following.add(Notice.of(event, row.why(), language));
    }
    return following;
  }

  /**
   * The thread is reminded as if nothing had been asked for, and the owner told what is missing;
   * once. Joins the running transaction.
   */
  void forbidden(final Effect effect, final Retraction row) {
    if (!retractions.move(row, Retraction.SHOWN, Retraction.ORDERED)) {
      return;
    }
    final MessageEvent event = events.find(effect.organization(), row.eventId()).orElseThrow();
    final boolean flagged = event.verdict().flagged();
    final boolean reminded = event.verdict().decision().step() == Step.ESCALATION;
    if (flagged && !reminded && !row.twin()) {
      effects.get().add(List.of(Banner.of(event, Step.WARNING, Retractions.language(effect))));
    }
    inbox.post(List.of(notice(effect, event, row)));
  }

  private static NewNotice notice(
      final Effect effect, final MessageEvent event, final Retraction row) {
    return new NewNotice(
        effect.organization(),
        "erpnext_not_hidden",
        event.conversation(),
        event.id(),
        Map.of("role", role(row), "reference", effect.reference().value(), "code", NOT_HIDDEN));
  }

  private static String role(final Retraction row) {
    return switch (row.doctype()) {
      case "Issue" -> "Support Team";
      case "Comment" -> Comments.ROLE;
      default -> "Inbox User";
    };
  }
}
