package io.gatehouse.feed;

import io.gatehouse.events.OpinionJson;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what is recorded of its message, which is gone where that was erased.
 *
 * @param conversation the name its application or provider gives it
 * @param classes with a blank between them
 * @param rules likewise
 */
@MappedEntity("feed_entry")
record EntryRow(
    @Id UUID id,
    long era,
    long transaction,
    long number,
    String organizationId,
    String type,
    @Nullable UUID conversationId,
    @Nullable UUID eventId,
    @Nullable String state,
    Instant at,
    @TypeDef(type = DataType.JSON) Map<String, String> facts,
    @Nullable String conversation,
    @Nullable String channel,
    @Nullable String direction,
    @Nullable String senderRole,
    @Nullable String handling,
    @Nullable String decision,
    @Nullable String step,
    @Nullable Double risk,
    @Nullable Boolean truncated,
    @TypeDef(type = DataType.JSON) @Nullable Map<String, String> envelope,
    @TypeDef(type = DataType.JSON) @Nullable OpinionJson moderation,
    @Nullable String classes,
    @Nullable String rules,
    @Nullable Boolean disguised) {

  Place place() {
    return new Place(era, transaction, number);
  }
}
