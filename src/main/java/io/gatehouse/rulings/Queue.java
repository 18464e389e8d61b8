package io.gatehouse.rulings;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Category;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for a person: whoever works on some of it holds it for a while. */
@Singleton
public class Queue {

  private final QueueRepository entries;
  private final Clock clock;

  Queue(final QueueRepository entries, final Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /** In which order it is worked on; who seeks help comes first in each. */
  public enum Order {
    /** With the newest first the oldest would never have their turn (B55). */
    OLDEST,
    RISKIEST;

    /** The name used in the API. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the queue is narrowed to; null lets all pass.
   *
   * @param category what it is chiefly about
   * @param decision quarantine or block
   * @param since only what came in from then on
   * @param holder only what this key holds
   */
  public record Narrowed(
      @Nullable String kind,
      @Nullable String category,
      @Nullable String decision,
      @Nullable Instant since,
      @Nullable UUID holder) {

    static Narrowed to(final UUID holder) {
      return new Narrowed(null, null, null, null, holder);
    }
  }

  /**
   * @param next give it as {@code after} to read on; null on the last page
   */
  public record Entries(List<QueueEntry> items, @Nullable String next) {}

  /**
   * Those who seek help first. What is decided on meanwhile is missing from the pages to come, and
   * moves nothing else in them.
   *
   * @throws Problem 400 when {@code after} is none of ours
   */
  public Entries read(
      final OrganizationId organization,
      final Narrowed to,
      final Order order,
      final @Nullable String after,
      final int limit) {
    final List<QueueEntry> oneMore =
        switch (order) {
          case OLDEST -> oldest(organization, to, Cursor.of(after), limit + 1);
          case RISKIEST -> riskiest(organization, to, Cursor.of(after), limit + 1);
        };
    final List<QueueEntry> items = oneMore.subList(0, Math.min(limit, oneMore.size()));
    return new Entries(
        List.copyOf(items), oneMore.size() > limit ? Cursor.after(items.getLast()).text() : null);
  }

  /**
   * Lets the caller hold entries until some time from now: nobody else can claim or review them.
   * What the caller holds already counts and is held anew.
   *
   * @param most how many in all
   * @return all that the caller holds
   */
  @Transactional
  public List<QueueEntry> claim(
      final Caller by,
      final Narrowed to,
      final Order order,
      final int most,
      final Duration lasting) {
    final String organization = by.organization().value();
    final Instant now = clock.instant();
    final List<Long> free =
        entries.free(
            organization,
            by.key(),
            to.kind(),
            to.category(),
            to.decision(),
            order == Order.RISKIEST,
            now,
            most);
    final List<String> numbers = free.stream().map(String::valueOf).toList();
    entries.claim(organization, numbers, by.key(), by.name(), now.plus(lasting));
    return read(by.organization(), Narrowed.to(by.key()), order, null, most).items();
  }

  /**
   * @param decision which; all that the caller holds when null
   */
  public void release(final Caller by, final @Nullable UUID decision) {
    entries.release(by.organization().value(), by.key(), decision);
  }

  /** How many wait in all. */
  public long waiting(final OrganizationId organization) {
    return entries.waiting(organization.value());
  }

  /**
   * One more user complained of a source.
   *
   * @return whether it waits for a person
   */
  public boolean reported(
      final OrganizationId organization, final Source source, final Category category) {
    return entries.reported(organization.value(), source.kind(), source.id(), category.wire()) > 0;
  }

  /**
   * @throws Problem 409 when somebody else holds the source
   */
  void demandFree(final Caller by, final Source source) {
    entries
        .holder(by.organization().value(), source.kind(), source.id(), by.key(), clock.instant())
        .ifPresent(
            holder -> {
              throw Problem.conflict("claimed", "Somebody else is working on it.")
                  .with("claimed_by", holder);
            });
  }

  void done(final OrganizationId organization, final Source source) {
    entries.done(organization.value(), source.kind(), source.id());
  }

  private List<QueueEntry> oldest(
      final OrganizationId organization, final Narrowed to, final Cursor from, final int most) {
    return entries.oldest(
        organization.value(),
        to.kind(),
        to.category(),
        to.decision(),
        to.since(),
        to.holder(),
        clock.instant(),
        from.help(),
        from.number(),
        most);
  }

  private List<QueueEntry> riskiest(
      final OrganizationId organization, final Narrowed to, final Cursor from, final int most) {
    return entries.riskiest(
        organization.value(),
        to.kind(),
        to.category(),
        to.decision(),
        to.since(),
        to.holder(),
        clock.instant(),
        from.help(),
        from.risk(),
        from.number(),
        most);
  }
}
