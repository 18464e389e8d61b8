package io.gatehouse.feed;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the feed from a place on. What is read once never gets anything new before it. */
@Singleton
public class Reading {

  private static final int GONE = 410;

  private final EntryRepository entries;
  private final Items items;

  Reading(final EntryRepository entries, final Items items) {
    this.entries = entries;
    this.items = items;
  }

  /**
   * What of an organization's entries is wanted.
   *
   * @param type null for every type
   * @param thread what a conversation is called outside; null for all
   */
  record Wanted(OrganizationId organization, @Nullable String type, @Nullable String thread) {}

  /**
   * A stretch of the feed.
   *
   * @param next where to read on; further than the last item where what lies between was not wanted
   */
  record Stretch(List<Item> items, Place next) {}

  /** The place of what comes next. */
  @Transactional
  public Place end() {
    final EntryRepository.End end = entries.end();
    return new Place(end.era(), end.transaction(), 0);
  }

  /** The entries behind a place, the oldest first. */
  @Transactional
  public List<Item> after(
      final Place place, final Optional<OrganizationId> organization, final int most) {
    return items.of(
        organization
            .map(
                one ->
                    entries.afterOf(
                        one.value(), place.era(), place.transaction(), place.number(), null, most))
            .orElseGet(
                () -> entries.after(place.era(), place.transaction(), place.number(), most)));
  }

  /**
   * @throws Problem 410 when the place lies ahead of everything, so that it is another database's,
   *     or so far back that something behind it was forgotten
   */
  @Transactional
  Stretch after(final Place place, final Wanted wanted, final int most) {
    // Seen before the entries are, so that none of them can be skipped.
    final Place end = end();
    if (place.compareTo(end) > 0) {
      throw new Problem(
          GONE, "cursor_unknown", "This database never gave that cursor; begin without one.");
    }
    if (!place.equals(Place.START)
        && entries.forgotten(place.era(), place.transaction(), place.number())) {
      throw new Problem(
          GONE,
          "cursor_expired",
          "Entries behind that cursor were forgotten; begin without one, with the oldest kept.");
    }
    final List<EntryRow> rows = rows(place, wanted, most);
    return new Stretch(items.of(rows), next(rows, rows.size() < most ? end : Place.START));
  }

  /** Entries that settled since the end was seen may be among those read; none is read twice. */
  private static Place next(final List<EntryRow> rows, final Place end) {
    return rows.isEmpty() ? end : Collections.max(List.of(rows.getLast().place(), end));
  }

  private List<EntryRow> rows(final Place place, final Wanted wanted, final int most) {
    final String organization = wanted.organization().value();
    return wanted.thread() == null
        ? entries.afterOf(
            organization, place.era(), place.transaction(), place.number(), wanted.type(), most)
        : entries.afterIn(
            organization,
            wanted.thread(),
            place.era(),
            place.transaction(),
            place.number(),
            wanted.type(),
            most);
  }
}
