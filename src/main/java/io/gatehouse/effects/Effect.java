package io.gatehouse.effects;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Reference;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An effect that is being carried out.
 *
 * @param attempt 1 for the first
 * @param last what put it off the last time: the code of a {@link Outcome.Later}, {@link
 *     Outcome.Wait} or {@link Outcome.Stopped}, {@link #RETRIED}, or null at its very first turn
 */
public record Effect(
    UUID id,
    OrganizationId organization,
    Lane lane,
    String kind,
    @Nullable UUID conversation,
    @Nullable UUID event,
    Reference reference,
    Map<String, String> payload,
    int attempt,
    Instant addedAt,
    @Nullable String last) {

  /** What put off an effect that an owner sent round again. */
  public static final String RETRIED = "retried";

  /** The code of the refusal of what was not begun in time. */
  public static final String EXPIRED = "expired";

  /** An effect at its first turn. */
  public Effect(
      final UUID id,
      final OrganizationId organization,
      final Lane lane,
      final String kind,
      @Nullable final UUID conversation,
      @Nullable final UUID event,
      final Reference reference,
      final Map<String, String> payload,
      final int attempt,
      final Instant addedAt) {
    this(
        id,
        organization,
        lane,
        kind,
        conversation,
        event,
        reference,
        payload,
        attempt,
        addedAt,
        null);
  }

  /** How far it is; what each state means is said where the table is made (V6). */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    REFUSED,
    PARKED,
    EXPIRED;

    /** The name used in JSON and tables. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
