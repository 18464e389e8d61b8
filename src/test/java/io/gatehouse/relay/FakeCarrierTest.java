package io.gatehouse.relay;

import io.gatehouse.effects.Outcome;
import java.util.List;

class FakeCarrierTest implements SmsCarrierContract {

  private final FakeCarrier carrier = new FakeCarrier();

  @Override
  public Outcome send(final SmsMessage message) {
    return carrier.send(message);
  }

  @Override
  public void turn(final Weather weather) {
    carrier.turn(weather);
  }

  @Override
  public List<String> arrived() {
    return carrier.arrived().stream().map(SmsMessage::body).toList();
  }
}
