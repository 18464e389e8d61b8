package io.gatehouse.relay;

import java.util.List;

class FakeCarrierTest implements SmsCarrierContract {

  private final FakeCarrier carrier = new FakeCarrier();

  @Override
  public SmsCarrier carrier() {
    return carrier;
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
