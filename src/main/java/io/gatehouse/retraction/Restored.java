package io.gatehouse.retraction;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.events.Progress;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;

/** What follows once a message stands in its thread again, or cannot. */
@Singleton
class Restored {

  private final Retractions retractions;
  private final Progress progress;
  private final Provider<EffectLedger> effects;

  Restored(
      final Retractions retractions,
      final Progress progress,
      final Provider<EffectLedger> effects) {
    this.retractions = retractions;
    this.progress = progress;
    this.effects = effects;
  }

  /** The notice that stood for it goes. Joins the running transaction. */
  void shown(final Effect effect, final Retraction row) {
    if (retractions.move(row, Retraction.RESTORED, Retraction.HIDDEN) && !row.twin()) {
      effects.get().add(List.of(Clear.of(effect)));
    }
  }

  /** It stays hidden and waits for its owner again. Joins the running transaction. */
  void refused(final Retraction row) {
    if (!row.twin()) {
      progress.notReleased(row.eventId());
    }
  }
}
