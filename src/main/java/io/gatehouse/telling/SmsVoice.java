package io.gatehouse.telling;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsCarrier;
import io.gatehouse.relay.SmsMessage;
import jakarta.inject.Singleton;
import java.util.function.Function;

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
    return through(carrier::send, effect, news);
  }

  /** By what the owner would be told now; one who read some of it meanwhile may be told twice. */
  @Override
  public Outcome unsure(final Effect effect, final News news) {
    return through(carrier::reconcile, effect, news);
  }

  private Outcome through(
      final Function<SmsMessage, Outcome> way, final Effect effect, final News news) {
    return news.settings()
        .owner()
        .phonesFrom()
        .map(from -> new SmsMessage(effect, from, news.window().address(), wording.sms(news)))
        .map(way)
        .orElseGet(() -> new Outcome.Refused("phones_from", "No number to send from is chosen."));
  }
}
