package io.gatehouse.telling;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsCarrier;
import io.gatehouse.relay.SmsMessage;
import jakarta.inject.Singleton;

/** Tells by SMS, from the number the owner chose for it. */
@Singleton
class SmsVoice implements Teller.Voice {

  private final SmsCarrier carrier;
  private final Wording wording;

  SmsVoice(final SmsCarrier carrier, final Wording wording) {
    this.carrier = carrier;
    this.wording = wording;
  }

  @Override
  public Way way() {
    return Way.SMS;
  }

  @Override
  public Outcome tell(final Effect effect, final News news) {
    return news.settings()
        .owner()
        .phonesFrom()
        .map(from -> new SmsMessage(effect, from, news.window().address(), wording.sms(news)))
        .map(carrier::send)
        .orElseGet(() -> new Outcome.Refused("phones_from", "No number to send from is chosen."));
  }

  @Override
  public Outcome unsure(final Effect effect) {
    return carrier.reconcile(effect);
  }
}
