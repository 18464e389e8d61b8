package io.gatehouse.gate;

import io.gatehouse.message.MessageEvent;
import java.time.Duration;

/** Hears of every message that was screened, after the commit; must be quick and not fail. */
public interface Witness {

  /**
   * @param took from being handed over to being recorded
   */
  void screened(MessageEvent event, Duration took);
}
