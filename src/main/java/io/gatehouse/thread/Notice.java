package io.gatehouse.thread;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.frappe.Posts;
import io.gatehouse.frappe.SiteHandler;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.site.SiteDocument;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says in a thread what became of a message that does not stand in it any more (X9). */
@Singleton
public final class Notice implements SiteHandler {

  /** Names the Comment of this kind that stands for an event. */
  public static final String KIND = "erpnext.notice";

  private static final String ISSUE = "issue";
  private static final String WHY = "why";
  private static final String LANGUAGE = "language";

  private final Posts posts;
  private final ThreadTexts texts;
  private final Events events;
  private final Progress progress;

  Notice(final Posts posts, final ThreadTexts texts, final Events events, final Progress progress) {
    this.posts = posts;
    this.texts = texts;
    this.events = events;
    this.progress = progress;
  }

  /** The order to post one. */
  public static NewEffect of(
      final MessageEvent event, final Withholding why, final String language) {
    return new NewEffect(
        event.origin().organization(),
        Lane.ERPNEXT,
        KIND,
        event.conversation(),
        event.id(),
        Map.of(ISSUE, SiteDocument.of(event).issue(), WHY, why.wire(), LANGUAGE, language));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return event(effect)
        .map(event -> post(effect, event))
        .orElseGet(() -> new Outcome.Refused("erased", "The message does not exist any more."));
  }

  private Outcome post(final Effect effect, final MessageEvent event) {
    final Withholding why = Withholding.of(value(effect, WHY));
    final String html = texts.instead(event, why, value(effect, LANGUAGE));
    return posts.post(effect, Comments.post(value(effect, ISSUE), effect.reference(), html));
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return posts.find(effect, Comments.DOCTYPE, Comments.MARKED);
  }

  /** It tells the sender why, as a banner would (B20). */
  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      progress.senderWarned(Objects.requireNonNull(effect.event()));
    }
  }

  private Optional<MessageEvent> event(final Effect effect) {
    return events.find(effect.organization(), Objects.requireNonNull(effect.event()));
  }

  private static String value(final Effect effect, final String name) {
    return effect.payload().getOrDefault(name, "");
  }
}
