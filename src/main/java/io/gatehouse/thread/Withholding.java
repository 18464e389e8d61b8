package io.gatehouse.thread;

import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.settings.ErpnextSettings.Hide;
import io.gatehouse.site.SiteDocument;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a message is kept from a thread in which it could be read already (X9). */
public enum Withholding {
  /** Blocked. */
  WITHHELD,
  /** Shown with its findings masked. */
  REDACTED,
  /** Its pair is suspended, whatever it says; or a person is to read it first. */
  HELD;

  private static final Set<String> TAKEN_OUT = Set.of("Communication", "Comment", "Issue");

  /** Empty for a message that may stand as it is. */
  static Optional<Withholding> of(final MessageEvent event) {
    if (event.handling() == Handling.HOLD) {
      return Optional.of(HELD);
    }
    return switch (event.verdict().decision().plan().delivery()) {
      case AS_IS -> Optional.empty();
      case REDACTED -> Optional.of(REDACTED);
      case WITHHELD -> Optional.of(WITHHELD);
    };
  }

  /**
   * Why a message's document is to be taken out of its thread; empty also where the owner does not
   * want that, or where nobody told which document it is.
   */
  public static Optional<Withholding> byRetraction(final MessageEvent event, final Hide hide) {
    final SiteDocument document = SiteDocument.of(event);
    final boolean known =
        TAKEN_OUT.contains(document.doctype())
            && !document.name().isEmpty()
            && !document.issue().isEmpty();
    return known && hide != Hide.ANNOTATE ? of(event) : Optional.empty();
  }

  /** The name used in tables and effects. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Withholding of(final String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  /** The key of what the thread is told instead. */
  String text() {
    return "thread." + wire();
  }
}
