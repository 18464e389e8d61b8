package io.gatehouse.retraction;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ErpnextSettings.Hide;
import io.gatehouse.site.SiteDocument;
import io.gatehouse.thread.ThreadTexts;
import io.gatehouse.thread.Withholding;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders the hiding of what must not stand in a thread, and its return. */
@Singleton
final class RetractionPlanner implements EffectPlanner {

  private final Retractions retractions;
  private final SettingsBook settings;

  RetractionPlanner(final Retractions retractions, final SettingsBook settings) {
    this.retractions = retractions;
    this.settings = settings;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.origin().channel() != Channel.ERPNEXT) {
      return List.of();
    }
    final Hide hide = settings.current(event.origin().organization()).erpnext().hide();
    return Withholding.byRetraction(event, hide)
        .map(why -> retract(event, why, ThreadTexts.language(event, conversation)))
        .stream()
        .toList();
  }

  private NewEffect retract(
      final MessageEvent event, final Withholding why, final String language) {
    final SiteDocument document = SiteDocument.of(event);
    retractions.order(event, document, why, false);
    return Retractions.retract(event, document, language);
  }

  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.origin().channel() != Channel.ERPNEXT) {
      return List.of();
    }
    final String language = ThreadTexts.language(event, conversation);
    final List<NewEffect> back =
        retractions.of(event.id()).stream()
            .filter(row -> row.is(Retraction.HIDDEN))
            .map(row -> Retractions.restore(event, row.at(), language))
            .toList();
    if (back.isEmpty()) {
      throw Problem.conflict(
              "not_hidden", "The message stands in its thread as it was written, at least for now.")
          .with("state", event.state().wire());
    }
    return back;
  }
}
