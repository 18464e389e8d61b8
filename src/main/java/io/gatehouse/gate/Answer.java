package io.gatehouse.gate;

import io.gatehouse.message.MessageEvent;

/** What became of a message that was handed over. */
sealed interface Answer {

  /** It was recorded. */
  record First(MessageEvent event) implements Answer {}

  /** Its name was known; the event is that of the first one. */
  record Repeat(MessageEvent event) implements Answer {}

  /** Nothing of it was recorded. */
  record Failure(RuntimeException cause) implements Answer {}

  /**
   * @throws RuntimeException what kept it from being recorded
   */
  default MessageEvent event() {
    return switch (this) {
      case First first -> first.event;
      case Repeat repeat -> repeat.event;
      case Failure failure -> throw failure.cause;
    };
  }
}
