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
    Instant addedAt) {

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
