package io.gatehouse.alerts;

import io.gatehouse.alerts.Matters.Matter;
import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.site.AlertPlace;
import io.gatehouse.standings.Pairs;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one alert for a matter and a window of strikes (B22). Rows are always taken in the order
 * event, attempt, alert, so that two who act at once never wait for each other.
 */
@Singleton
class Alerts implements AlertPlace {

  private final AlertRepository alerts;
  private final Pairs pairs;
  private final Events events;
  private final Progress progress;
  private final SettingsBook settings;
  private final Clock clock;
  private final Ids ids;

  Alerts(
      final AlertRepository alerts,
      final Pairs pairs,
      final Events events,
      final Progress progress,
      final SettingsBook settings,
      final Clock clock) {
    this.alerts = alerts;
    this.pairs = pairs;
    this.events = events;
    this.progress = progress;
    this.settings = settings;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** Puts a message into its matter's alert, inside the running transaction. */
  UUID add(final MessageEvent event, final @Nullable Conversation conversation) {
    final OrganizationId organization = event.origin().organization();
    final @Nullable UUID pair = pairs.of(conversation).orElse(null);
    final UUID matter = matter(pair, conversation, event);
    final Instant since =
        event.receivedAt().minus(settings.current(organization).strikes().window());
    alerts.supersede(organization.value(), matter, since);
    return alerts.add(
        ids.next(),
        organization.value(),
        matter,
        pair,
        event.conversation(),
        event.id(),
        event.verdict().flagCount(),
        event.receivedAt());
  }

  private static UUID matter(
      final @Nullable UUID pair,
      final @Nullable Conversation conversation,
      final MessageEvent event) {
    if (pair != null) {
      return pair;
    }
    return conversation == null ? event.id() : conversation.id();
  }

  /** A message whose alert ended before the desk could read of it begins the next one. */
  @Transactional
  Place place(final Matter matter) {
    final MessageEvent event = matter.event();
    if (events.attempt(event.id()).filter(attempt -> !attempt.open()).isPresent()) {
      return new Place.Decided();
    }
    final AlertRow alert =
        alerts
            .holdOf(event.id())
            .filter(AlertRow::stands)
            .or(() -> alerts.hold(add(event, matter.conversation())))
            .orElseThrow();
    if (alert.issue() != null) {
      return new Place.Joins(alert);
    }
    return event.id().equals(alert.opener()) || alerts.takeOver(alert.id(), event.id()) == 1
        ? new Place.Opens()
        : new Place.Waits();
  }

  /**
   * The desk can read of a message.
   *
   * @param document the Issue, where the message opened its alert
   * @param high whether the Issue was given high priority
   */
  @Transactional
  void shown(final UUID event, final String document, final boolean high) {
    progress.adminAlerted(event);
    alerts.opened(event, document, high);
    alerts.shown(event, clock.instant());
  }

  /** Whether the message's alert has no Issue yet. */
  @Transactional
  boolean opening(final UUID event) {
    return alerts.holdOf(event).filter(alert -> alert.issue() != null).isEmpty();
  }

  /** Another message of the matter shall try, or this one when it is sent round again. */
  @Transactional
  void openingFailed(final UUID event) {
    alerts.openingFailed(event);
  }

  @Override
  @Transactional
  public Optional<String> openFor(
      final OrganizationId organization, final @Nullable UUID conversation) {
    return conversation == null
        ? Optional.empty()
        : alerts.issueFor(organization.value(), conversation);
  }

  @Transactional
  void raised(final UUID alert) {
    alerts.raised(alert);
  }

  @Transactional
  Optional<AlertRow> find(final UUID alert) {
    return alerts.hold(alert);
  }

  /**
   * The last open attempt of a message's alert is resolved here: the site is to be told.
   *
   * @return the alert; empty while something of it is open, or when it is over already
   */
  @Transactional
  Optional<AlertRow> finished(final UUID event, final String by) {
    final Optional<AlertRow> done =
        alerts
            .holdOf(event)
            .filter(AlertRow::stands)
            .filter(alert -> !alerts.unresolved(alert.id()));
    done.ifPresent(alert -> alerts.end(alert.id(), AlertRow.CLOSING, by, clock.instant()));
    return done;
  }

  /** The site has it closed, whoever did it. */
  @Transactional
  void closed(final UUID alert, final String by) {
    alerts.end(alert, AlertRow.CLOSED, by, clock.instant());
  }

  /**
   * Somebody ended or deleted the Issue on the site.
   *
   * @return the messages that the desk has seen to, however often it is told
   */
  @Transactional
  List<UUID> endedOnSite(final OrganizationId organization, final String issue, final String by) {
    final Optional<AlertRow> alert = alerts.holdNamed(organization.value(), issue);
    alert
        .filter(row -> !row.closed())
        .ifPresent(row -> alerts.end(row.id(), AlertRow.CLOSED, by, clock.instant()));
    return alert.map(row -> alerts.shownAndOpen(row.id())).orElse(List.of());
  }

  /** While it is being closed from here the site is merely behind. */
  @Transactional
  void openOnSite(final OrganizationId organization, final String issue) {
    alerts
        .holdNamed(organization.value(), issue)
        .filter(AlertRow::closed)
        .ifPresent(row -> alerts.reopen(row.id()));
  }
}
