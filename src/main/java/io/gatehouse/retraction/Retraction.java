package io.gatehouse.retraction;

import io.gatehouse.site.SiteDocument;
import io.gatehouse.thread.Withholding;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document of a thread and how far its hiding is; what each state means is said where the table
 * is made (V18).
 *
 * @param kind why, and what the thread is told instead
 * @param twin whether it only says the same as the message's own document
 * @param manner how it is hidden, null before the first try
 * @param place the Issue it was moved to, or the mark in the description that stands for it
 */
@MappedEntity("thread_retraction")
record Retraction(
    @Id UUID eventId,
    String doctype,
    String document,
    String organizationId,
    String issue,
    String kind,
    boolean twin,
    String state,
    @Nullable String manner,
    @Nullable String place) {

  static final String ORDERED = "ordered";
  static final String HIDDEN = "hidden";
  static final String SHOWN = "shown";
  static final String CALLED_OFF = "called_off";
  static final String RESTORED = "restored";

  boolean is(final String wanted) {
    return state.equals(wanted);
  }

  Optional<Manner> chosen() {
    return Optional.ofNullable(manner).map(name -> Manner.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  Withholding why() {
    return Withholding.of(kind);
  }

  SiteDocument at() {
    return new SiteDocument(doctype, document, issue);
  }

  Retraction by(final Manner way, final String where) {
    return new Retraction(
        eventId, doctype, document, organizationId, issue, kind, twin, state, way.wire(), where);
  }
}
