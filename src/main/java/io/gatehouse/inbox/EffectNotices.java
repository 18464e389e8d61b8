package io.gatehouse.inbox;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.SettledListener;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the owner of effects that came to an end without being done. */
@Singleton
class EffectNotices implements SettledListener {

  private final Inbox inbox;

  EffectNotices(final Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void undone(final Effect effect, final Effect.State state, final Outcome outcome) {
    if (outcome instanceof Outcome.Stopped) {
      return; // Told once for all by the feature that knows what has to be set right.
    }
    final Map<String, String> facts = new LinkedHashMap<>();
    facts.put("effect", effect.kind());
    facts.put("reference", effect.reference().value());
    facts.put("code", code(outcome));
    inbox.post(
        List.of(
            new NewNotice(
                effect.organization(),
                "effect_" + state.wire(),
                effect.conversation(),
                effect.event(),
                facts)));
  }

  /** A provider's own words may repeat an address; its code does not. */
  private static String code(final Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> refused.code();
      case Outcome.Later later -> later.code();
      case Outcome.Stopped stopped -> stopped.code();
      case Outcome.Wait wait -> "";
      case Outcome.Unknown unknown -> "";
      case Outcome.Done done -> "";
    };
  }
}
