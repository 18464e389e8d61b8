package io.gatehouse.rulings;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param number grows with the time it came in
 * @param version of the decision, to be named with a word on it
 * @param risk 0 to 1: the decision's confidence, and more with every user's report
 * @param claimedBy the name of the key that holds it, until then
 * @param text of a message
 * @param sealed the text of other content, for {@link Texts}; empty where none is kept
 */
@Introspected
@SuppressWarnings("ArrayRecordComponent")
public record QueueEntry(
    long number,
    UUID decisionId,
    String sourceKind,
    String sourceId,
    @Nullable UUID eventId,
    String classifier,
    @TypeDef(type = DataType.JSON) Map<String, Double> scores,
    String decision,
    double confidence,
    boolean help,
    @TypeDef(type = DataType.JSON) List<String> reasons,
    @Nullable String url,
    int version,
    double risk,
    int reports,
    Instant since,
    @Nullable String claimedBy,
    @Nullable Instant claimedUntil,
    @Nullable String format,
    @Nullable String text,
    byte[] sealed) {

  public Source source() {
    return new Source(sourceKind, sourceId);
  }
}
