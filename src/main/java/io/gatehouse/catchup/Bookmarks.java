package io.gatehouse.catchup;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides where a look begins, and how far it may say it came. */
@Singleton
final class Bookmarks {

  private static final Duration DAY = Duration.ofDays(1);

  /** No zone is further ahead of UTC. */
  private static final Duration FURTHEST_AHEAD = Duration.ofHours(14);

  private final WatermarkRepository marks;
  private final CatchupSettings settings;
  private final Clock clock;

  Bookmarks(final WatermarkRepository marks, final CatchupSettings settings, final Clock clock) {
    this.marks = marks;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A look at one list.
   *
   * @param from the stamp it begins at
   * @param upto where the last one ended; "" before the first
   * @param deep whether it goes back further than the overlap
   */
  record Look(String from, String upto, boolean deep) {

    boolean isFirst() {
      return upto.isEmpty();
    }
  }

  Look look(final OrganizationId organization, final Kind kind) {
    return marks
        .find(organization.value(), kind.doctype())
        .map(mark -> next(mark.upto(), mark.deepAt()))
        .orElseGet(() -> new Look(ago(settings.first()), "", true));
  }

  private Look next(final String upto, final @Nullable Instant deepAt) {
    final boolean deep = deepAt == null || deepAt.isBefore(clock.instant().minus(DAY));
    final Duration back = deep ? settings.deep() : settings.overlap();
    return new Look(Stamps.before(upto, back), upto, deep);
  }

  /** The first look: also where a list is empty, what comes after it counts. */
  void begin(final OrganizationId organization, final Kind kind, final Look look) {
    marks.advance(organization.value(), kind.doctype(), look.from(), clock.instant());
  }

  /** A page was compared; documents that are dated ahead must not hide those that follow. */
  void reached(final OrganizationId organization, final Kind kind, final List<Entry> page) {
    page.stream()
        .map(Entry::stamp)
        .filter(stamp -> !isAhead(stamp))
        .reduce(Stamps::later)
        .ifPresent(
            stamp -> marks.advance(organization.value(), kind.doctype(), stamp, clock.instant()));
  }

  /** Whether it is later than now in every zone. */
  boolean isAhead(final String stamp) {
    return stamp.compareTo(ago(FURTHEST_AHEAD.negated())) > 0;
  }

  void whole(final OrganizationId organization, final Kind kind, final boolean deep) {
    marks.whole(organization.value(), kind.doctype(), clock.instant(), deep);
  }

  /** In UTC: the site's zone is not known, and a first look need not be exact. */
  private String ago(final Duration time) {
    return Stamps.write(LocalDateTime.ofInstant(clock.instant().minus(time), ZoneOffset.UTC));
  }
}
