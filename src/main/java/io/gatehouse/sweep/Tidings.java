package io.gatehouse.sweep;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Tally;
import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Tells owners, once it is over, what was answered without being recorded. */
@Singleton
class Tidings {

  /** A database that comes and goes is one piece of news in this time. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Backlog backlog;
  private final Losses losses;
  private final Notices notices;
  private final Clock clock;
  private final Map<OrganizationId, Instant> told = new HashMap<>();

  Tidings(final Backlog backlog, final Losses losses, final Notices notices, final Clock clock) {
    this.backlog = backlog;
    this.losses = losses;
    this.notices = notices;
    this.clock = clock;
  }

  /** Needs the database only where there is something to tell. */
  synchronized void tell() throws IOException {
    if (backlog.size().messages() == 0) {
      for (final Map.Entry<OrganizationId, Tally> news : backlog.untold().entrySet()) {
        unrecorded(news.getKey(), news.getValue());
      }
    }
    losses.untold().forEach(this::lost);
  }

  private void unrecorded(final OrganizationId organization, final Tally tally) throws IOException {
    final Instant now = clock.instant();
    final Instant before = told.get(organization);
    if (before == null || !now.isBefore(before.plus(PAUSE))) {
      notices.post(
          organization,
          "chat_unrecorded",
          Map.of(
              "count", Long.toString(tally.messages()),
              "from", shown(tally.from()),
              "until", shown(tally.until())));
      told.put(organization, now);
      backlog.told(organization);
    }
  }

  private void lost(final OrganizationId organization, final long messages) {
    notices.post(organization, "chat_lost", Map.of("count", Long.toString(messages)));
    losses.told(organization, messages);
  }

  private static String shown(final Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
