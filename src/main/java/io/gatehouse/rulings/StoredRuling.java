package io.gatehouse.rulings;

import io.gatehouse.categories.Ruling;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was recorded, with the last word a person had on it.
 *
 * @param scores of all categories, by name
 * @param classifier who decided
 * @param version how many words people had on it
 * @param effective what follows from both
 */
@Introspected
public record StoredRuling(
    UUID id,
    String sourceKind,
    String sourceId,
    @Nullable UUID eventId,
    String classifier,
    @TypeDef(type = DataType.JSON) Map<String, Double> scores,
    String decision,
    double confidence,
    boolean help,
    @TypeDef(type = DataType.JSON) List<String> reasons,
    @Nullable String fingerprint,
    @Nullable String url,
    Instant decidedAt,
    int version,
    @Nullable String humanDecision,
    @Nullable String humanReviewer,
    @Nullable Instant reviewedAt,
    String effective) {

  public Source source() {
    return new Source(sourceKind, sourceId);
  }

  public Optional<UUID> event() {
    return Optional.ofNullable(eventId);
  }

  public Ruling inForce() {
    return Ruling.of(effective).orElseThrow();
  }

  /** Whether somebody had a word on it, or on the same text before. */
  public boolean settled() {
    return humanDecision != null;
  }
}
