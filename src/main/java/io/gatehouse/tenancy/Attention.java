package io.gatehouse.tenancy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.organization.Tenures;
import io.gatehouse.spamlog.SpamLog;
import io.gatehouse.spamlog.SpamStats;
import io.micronaut.core.type.Argument;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operator looks at: which organizations, and what was done to one (S2.10–S2.12). */
@Singleton
public class Attention {

  /** S2.12: an active organization is shown for so long after something was logged of it. */
  private static final Duration WINDOW = Duration.ofDays(7);

  private final AttentionRepository rows;
  private final SpamLog spam;
  private final ModerationRepository records;
  private final Tenures tenures;
  private final JsonMapper json;
  private final Clock clock;

  Attention(
      final AttentionRepository rows,
      final SpamLog spam,
      final ModerationRepository records,
      final Tenures tenures,
      final JsonMapper json,
      final Clock clock) {
    this.rows = rows;
    this.spam = spam;
    this.records = records;
    this.tenures = tenures;
    this.json = json;
    this.clock = clock;
  }

  /**
   * An organization that wants looking at. How many people it has is known to the caller alone
   * (S2.11).
   *
   * @param suspendedUntil null where no suspension stands, or one without an end
   * @param lastAction null when nothing was ever done to it, and so are its reason, time and
   *     moderator
   * @param spamCount everything that was ever logged of it
   * @param ownerEmail the first one its settings give; null where they give none
   */
  @Serdeable
  @MappedEntity
  public record Row(
      String id,
      String name,
      Instant createdAt,
      String standing,
      Instant standingSince,
      @Nullable Instant suspendedUntil,
      @Nullable String lastAction,
      @Nullable String lastReason,
      @Nullable Instant lastActionAt,
      @Nullable String moderator,
      long spamCount,
      long highRiskCount,
      @Nullable String ownerEmail) {}

  /**
   * Those that are not active, or of whom something was logged of late, in the order of their ids.
   *
   * @param after the last one that was read
   */
  public Page<Row> wanted(final String after, final int limit) {
    final List<Row> oneMore = rows.attention(after, clock.instant().minus(WINDOW), limit + 1);
    final List<Row> page = oneMore.subList(0, Math.min(limit, oneMore.size()));
    return new Page<>(List.copyOf(page), oneMore.size() > limit ? page.getLast().id() : null);
  }

  /**
   * What was done to an organization, the newest first.
   *
   * @param before only entries with smaller numbers
   * @throws io.gatehouse.base.Problem 404 when there is no such organization
   */
  public Page<ModerationEntry> history(
      final OrganizationId organization, final long before, final int limit) {
    tenures.of(organization);
    final var oneMore = records.before(organization.value(), before, limit + 1);
    return Page.of(oneMore.stream().map(this::entry).toList(), limit, ModerationEntry::id);
  }

  /**
   * @throws io.gatehouse.base.Problem 404 when there is no such organization
   */
  public SpamStats statistics(final OrganizationId organization) {
    tenures.of(organization);
    return spam.stats(organization);
  }

  private ModerationEntry entry(final ModerationRepository.Row row) {
    return new ModerationEntry(
        row.id(),
        row.action(),
        row.previousStanding(),
        row.newStanding(),
        row.reason(),
        row.moderator(),
        row.moderatorKey(),
        row.createdAt(),
        row.expiresAt(),
        metadata(row.metadata()));
  }

  private Map<String, String> metadata(final String metadata) {
    try {
      return json.readValue(metadata, Argument.mapOf(String.class, String.class));
    } catch (final IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
