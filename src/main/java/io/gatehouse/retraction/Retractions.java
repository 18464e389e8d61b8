package io.gatehouse.retraction;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.site.SiteDocument;
import io.gatehouse.thread.Withholding;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents that are hidden, as effects speak of them. */
@Singleton
class Retractions {

  static final String RETRACT = "erpnext.retract";
  static final String RESTORE = "erpnext.restore";

  private static final String DOCTYPE = "doctype";
  private static final String DOCUMENT = "document";
  private static final String LANGUAGE = "language";

  private final RetractionRepository rows;

  Retractions(final RetractionRepository rows) {
    this.rows = rows;
  }

  /** Notes a document of a message as to be hidden. */
  void order(
      final MessageEvent event, final SiteDocument at, final Withholding why, final boolean twin) {
    rows.order(
        event.id(),
        at.doctype(),
        at.name(),
        event.origin().organization().value(),
        at.issue(),
        why.wire(),
        twin);
  }

  /**
   * The order to hide it. It stands in no conversation's line: a thread's alerts and notices must
   * not keep a leak in sight.
   */
  static NewEffect retract(final MessageEvent event, final SiteDocument at, final String language) {
    return order(event, RETRACT, null, at, language);
  }

  /** The order to show it again. */
  static NewEffect restore(final MessageEvent event, final SiteDocument at, final String language) {
    return order(event, RESTORE, event.conversation(), at, language);
  }

  private static NewEffect order(
      final MessageEvent event,
      final String kind,
      final @Nullable UUID line,
      final SiteDocument at,
      final String language) {
    return new NewEffect(
        event.origin().organization(),
        Lane.ERPNEXT,
        kind,
        line,
        event.id(),
        Map.of(DOCTYPE, at.doctype(), DOCUMENT, at.name(), LANGUAGE, language));
  }

  static UUID event(final Effect effect) {
    return Objects.requireNonNull(effect.event());
  }

  static String language(final Effect effect) {
    return effect.payload().getOrDefault(LANGUAGE, "");
  }

  /** What an effect is about. */
  Retraction of(final Effect effect) {
    final String doctype = effect.payload().getOrDefault(DOCTYPE, "");
    final String document = effect.payload().getOrDefault(DOCUMENT, "");
    return rows.find(event(effect), doctype, document).orElseThrow();
  }

  /** All documents of a message, its own first. */
  List<Retraction> of(final UUID event) {
    return rows.of(event);
  }

  /** Settles how it is hidden, so that every further try does the same. */
  Retraction choose(final Retraction row, final Manner manner, final String place) {
    rows.choose(row.eventId(), row.doctype(), row.document(), manner.wire(), place);
    return row.by(manner, place);
  }

  /** Before the request, since the site may tell of it before it answers. */
  void about(final Retraction row, final Change change) {
    if (change instanceof final Change.Describe description) {
      rows.writing(row.eventId(), row.doctype(), row.document(), Words.digest(description.html()));
    }
  }

  /** Whether this moved it on. */
  boolean move(final Retraction row, final String to, final String... from) {
    return rows.move(row.eventId(), row.doctype(), row.document(), to, List.of(from)) > 0;
  }
}
