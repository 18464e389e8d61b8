package io.gatehouse.passage;

import java.time.Duration;

/** Does something small after a time. */
interface Timer {

  void after(Duration time, Runnable what);
}
