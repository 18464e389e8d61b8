package io.gatehouse.alerts;

import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.overrides.ResolutionListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Orders the closing of an alert when the last of its attempts is resolved here. It is ordered
 * after the effect that opens the alert and, in its conversation, carried out after it.
 */
@Singleton
final class Resolutions implements ResolutionListener {

  private final Alerts alerts;
  private final Provider<EffectLedger> effects;

  Resolutions(final Alerts alerts, final Provider<EffectLedger> effects) {
    this.alerts = alerts;
    this.effects = effects;
  }

  @Override
  public void resolved(final MessageEvent event, final String by) {
    alerts
        .finished(event.id(), by)
        .ifPresent(alert -> effects.get().add(List.of(closing(event, alert))));
  }

  private static NewEffect closing(final MessageEvent event, final AlertRow alert) {
    return new NewEffect(
        event.origin().organization(),
        Lane.ERPNEXT,
        AlertClosing.KIND,
        event.conversation(),
        event.id(),
        Map.of(AlertClosing.ALERT, alert.id().toString()));
  }
}
