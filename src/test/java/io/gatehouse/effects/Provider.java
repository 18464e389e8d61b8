package io.gatehouse.effects;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A provider outside, made of a function; several gateways may share it. */
record Provider(Function<Effect, Outcome> carriesOut) implements EffectHandler {

  static boolean in(final CountDownLatch latch, final int seconds) throws InterruptedException {
    return latch.await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public String kind() {
    return Gateway.KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return carriesOut.apply(effect);
  }
}
