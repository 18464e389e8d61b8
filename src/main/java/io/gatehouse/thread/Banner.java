package io.gatehouse.thread;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Progress;
import io.gatehouse.frappe.Posts;
import io.gatehouse.frappe.SiteHandler;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Step;
import io.gatehouse.site.SiteDocument;
import jakarta.inject.Singleton;
import java.util.Map;

/** Posts the reminder (S1.19), or the notice of escalation (S1.20), into an Issue's thread. */
@Singleton
public final class Banner implements SiteHandler {

  static final String KIND = "erpnext.banner";

  private static final String ISSUE = "issue";
  private static final String STEP = "step";
  private static final String LANGUAGE = "language";

  private final Posts posts;
  private final ThreadTexts texts;
  private final Progress progress;
  private final BannerRepository told;

  Banner(
      final Posts posts,
      final ThreadTexts texts,
      final Progress progress,
      final BannerRepository told) {
    this.posts = posts;
    this.texts = texts;
    this.progress = progress;
    this.told = told;
  }

  /** The order to post one. */
  public static NewEffect of(final MessageEvent event, final Step step, final String language) {
    return new NewEffect(
        event.origin().organization(),
        Lane.ERPNEXT,
        KIND,
        event.conversation(),
        event.id(),
        Map.of(ISSUE, SiteDocument.of(event).issue(), STEP, step.wire(), LANGUAGE, language));
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Our own words alone: nothing a person wrote gets into it (B22). */
  @Override
  public Outcome carryOut(final Effect effect) {
    final String html = texts.banner(effect.organization(), step(effect), value(effect, LANGUAGE));
    return posts.post(effect, Comments.post(value(effect, ISSUE), effect.reference(), html));
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return posts.find(effect, Comments.DOCTYPE, Comments.MARKED);
  }

  /** What was not said may be said at the next occasion. */
  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (outcome instanceof Outcome.Done && effect.event() != null) {
      progress.senderWarned(effect.event());
    } else {
      told.giveBack(effect.organization().value(), value(effect, ISSUE), step(effect));
    }
  }

  private static String step(final Effect effect) {
    return effect.payload().getOrDefault(STEP, Step.WARNING.wire());
  }

  private static String value(final Effect effect, final String name) {
    return effect.payload().getOrDefault(name, "");
  }
}
