package io.gatehouse.retraction;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Events;
import io.gatehouse.frappe.Posts;
import io.gatehouse.frappe.SiteHandler;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.retraction.SiteChanges.Sight;
import io.gatehouse.thread.Comments;
import io.gatehouse.thread.ThreadTexts;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Shows a hidden message in its thread again, because its owner says so (S5.15). */
@Singleton
final class Restore implements SiteHandler {

  private final Retractions retractions;
  private final Restored restored;
  private final Events events;
  private final SiteChanges site;
  private final Posts posts;
  private final ThreadTexts texts;

  Restore(
      final Retractions retractions,
      final Restored restored,
      final Events events,
      final SiteChanges site,
      final Posts posts,
      final ThreadTexts texts) {
    this.retractions = retractions;
    this.restored = restored;
    this.events = events;
    this.site = site;
    this.posts = posts;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return Retractions.RESTORE;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return event(effect)
        .map(event -> show(effect, event, retractions.of(effect)))
        .orElseGet(() -> new Outcome.Refused("erased", "The message does not exist any more."));
  }

  private Outcome show(final Effect effect, final MessageEvent event, final Retraction row) {
    final Optional<Change> back = back(event, row);
    if (back.isEmpty()) {
      return anew(effect, event, row);
    }
    final Sight sight = site.look(effect.organization(), back.get());
    if (sight == Sight.MADE && row.chosen().filter(Manner.RELINK::equals).isPresent()) {
      return new Outcome.Done(back.get().done());
    }
    return switch (sight) {
      case GONE, MADE -> anew(effect, event, retractions.choose(row, Manner.DELETE, ""));
      case NOT_YET, UNSEEN -> make(effect, row, back.get());
    };
  }

  private Outcome make(final Effect effect, final Retraction row, final Change back) {
    retractions.about(row, back);
    return site.make(effect, back);
  }

  /** What undoes the hiding; empty where the document is no more. */
  private static Optional<Change> back(final MessageEvent event, final Retraction row) {
    final String mark = Objects.requireNonNullElse(row.place(), "");
    return switch (row.chosen().orElse(Manner.DELETE)) {
      case RELINK -> Optional.of(new Change.Relink(row.document(), row.issue()));
      case DELETE -> Optional.empty();
      case DESCRIBE ->
          Optional.of(new Change.Describe(row.document(), event.content().text(), mark, false));
    };
  }

  /** Said once: a document that only said the same needs no second Comment. */
  private Outcome anew(final Effect effect, final MessageEvent event, final Retraction row) {
    return row.twin()
        ? new Outcome.Done("stands beside it")
        : posts.post(
            effect,
            Comments.post(
                row.issue(), effect.reference(), texts.anew(event, Retractions.language(effect))));
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    final Retraction row = retractions.of(effect);
    final Optional<Change> back = event(effect).flatMap(event -> back(event, row));
    if (back.isEmpty()) {
      return row.twin()
          ? new Outcome.Later("not_begun", "It was not begun.", null)
          : posts.find(effect, Comments.DOCTYPE, Comments.MARKED);
    }
    return site.look(effect.organization(), back.get()) == Sight.MADE
        ? new Outcome.Done(back.get().done())
        : new Outcome.Later("not_yet", "It does not stand there yet.", null);
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    final Retraction row = retractions.of(effect);
    switch (outcome) {
      case Outcome.Done done -> restored.shown(effect, row);
      case Outcome.Refused refused -> restored.refused(row);
      case Outcome.Later later -> {}
      case Outcome.Stopped stopped -> {}
      case Outcome.Wait wait -> {}
      case Outcome.Unknown unknown -> {}
    }
  }

  private Optional<MessageEvent> event(final Effect effect) {
    return events.find(effect.organization(), Retractions.event(effect));
  }
}
