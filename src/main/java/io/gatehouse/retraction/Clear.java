package io.gatehouse.retraction;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.PostedEffects;
import io.gatehouse.frappe.SiteHandler;
import io.gatehouse.thread.Comments;
import io.gatehouse.thread.Notice;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Takes the notice away that stood for a message, once the message is there again. */
@Singleton
final class Clear implements SiteHandler {

  static final String KIND = "erpnext.clear";

  private final PostedEffects posted;
  private final SiteChanges site;

  Clear(final PostedEffects posted, final SiteChanges site) {
    this.posted = posted;
    this.site = site;
  }

  /** The order that follows another effect of the same message. */
  static NewEffect of(final Effect after) {
    return new NewEffect(
        after.organization(), after.lane(), KIND, after.conversation(), after.event(), Map.of());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return notice(effect)
        .map(change -> site.make(effect, change))
        .orElseGet(() -> new Outcome.Done("nothing to take away"));
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return new Outcome.Later("again", "Deleting it twice does no harm.", null);
  }

  private Optional<Change> notice(final Effect effect) {
    return posted
        .name(effect.organization(), Retractions.event(effect), Notice.KIND)
        .map(name -> new Change.Delete(Comments.DOCTYPE, name));
  }
}
