package io.gatehouse.sweep;

import io.gatehouse.backlog.Entry;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;

/** Compares what was recorded with what was told before that. */
public final class Agreement {

  private Agreement() {}

  /** Whether the event says what happened. */
  public static boolean between(final Entry entry, final MessageEvent event) {
    return switch (entry.handling()) {
      case PASSED -> event.state() != EventState.WITHHELD && event.state() != EventState.DISMISSED;
      case HOLD -> event.handling() != Handling.SCREEN || event.state() != EventState.SENT;
      case SCREEN, EXAMINE, OPT_OUT, UNROUTED -> true;
    };
  }
}
