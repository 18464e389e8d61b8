package io.gatehouse.thread;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Progress;
import io.gatehouse.frappe.Html;
import io.gatehouse.frappe.Post;
import io.gatehouse.frappe.Posts;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.policy.Step;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Posts the notice into an Issue's thread, where customer and desk read it.
 *
 * <p>It is a published Comment and no Communication. A Communication that the customer should see
 * must name their login among its recipients, counts as the first response when it is Sent and
 * reopens the Issue and its SLA when it is Received; a Comment does none of this, mails nobody
 * without an @mention, and is shown on the portal when {@code published} is 1 (v14 to v16:
 * frappe/website/utils.py, communication.py). Its price is the role Website Manager.
 */
@Singleton
final class Banner implements EffectHandler {

  static final String KIND = "erpnext.banner";
  static final String ISSUE = "issue";
  static final String STEP = "step";

  private static final String DOCTYPE = "Comment";

  private final Posts posts;
  private final SettingsBook settings;
  private final Texts texts;
  private final Progress progress;

  Banner(
      final Posts posts, final SettingsBook settings, final Texts texts, final Progress progress) {
    this.posts = posts;
    this.settings = settings;
    this.texts = texts;
    this.progress = progress;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return posts.post(effect, new Post(DOCTYPE, "Website Manager", comment(effect)));
  }

  /** The subject, which people's Comments do not have, tells us our own (B14). */
  private Map<String, Object> comment(final Effect effect) {
    return Map.of(
        "comment_type",
        "Comment",
        "reference_doctype",
        "Issue",
        "reference_name",
        effect.payload().getOrDefault(ISSUE, ""),
        "published",
        1,
        "subject",
        effect.reference().value(),
        "content",
        html(effect));
  }

  /** Our own words alone: nothing a person wrote gets into it (B22). */
  private String html(final Effect effect) {
    final Settings current = settings.current(effect.organization());
    final String step = effect.payload().getOrDefault(STEP, Step.WARNING.wire());
    return Html.paragraphs(texts.render(current, NoticeTexts.banner(step), "", Map.of()))
        + Html.paragraph(effect.reference().value());
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return posts.find(effect, DOCTYPE, "content");
  }

  @Override
  public int checks() {
    return Posts.CHECKS;
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (outcome instanceof Outcome.Done && effect.event() != null) {
      progress.senderWarned(effect.event());
    }
  }
}
