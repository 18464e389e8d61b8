package io.gatehouse.asides;

import java.util.Locale;

/**
 * Which part of a message something stands in. Being in one of them proves nothing: anybody can
 * write a line that looks like a quote.
 */
public enum Setting {
  /** What the sender says. */
  BODY,
  /** History of the conversation, as mail programs set it off. */
  QUOTE,
  SIGNATURE,
  DISCLAIMER,
  /** Word for word what the organization's mail system, or a mail program, puts under messages. */
  FOOTER;

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The setting of a name written by {@link #wire}. */
  public static Setting of(final String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  /** Whether it is more than the sender's own text. */
  public boolean aside() {
    return this != BODY;
  }
}
