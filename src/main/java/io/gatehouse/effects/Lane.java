package io.gatehouse.effects;

import java.util.Locale;

/** One lane a provider, so that a provider that hangs never delays another. */
public enum Lane {
  TWILIO,
  ERPNEXT,
  MAIL,
  WEBHOOK,
  /** Files: those that take long must not hold up messages. */
  MEDIA,
  /** A language model: few at once, for they are slow, dear and count requests (S4.12). */
  MODEL;

  /** The name of its executions in db-scheduler's table. */
  String task() {
    return "effect-" + wire();
  }

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
