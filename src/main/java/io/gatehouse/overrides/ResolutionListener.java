package io.gatehouse.overrides;

import io.gatehouse.message.MessageEvent;

/** Hears of attempts that somebody here had the last word on. */
public interface ResolutionListener {

  /**
   * Called inside the transaction that carries the word out, after the attempt is resolved; an
   * exception undoes both.
   *
   * @param by who said so
   */
  void resolved(MessageEvent event, String by);
}
